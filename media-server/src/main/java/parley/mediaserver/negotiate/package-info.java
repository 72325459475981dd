/**
 * Offers and answers of the one connection a participant has (RFC 8829, as the answerer). Pure: an
 * {@link parley.mediaserver.negotiate.Offer} and a plan for each of its sections make an {@link
 * parley.mediaserver.negotiate.Answer}; {@link parley.mediaserver.negotiate.Sections} remembers
 * what each section is used for from one offer to the next.
 */
@NullMarked
package parley.mediaserver.negotiate;

import org.jspecify.annotations.NullMarked;
