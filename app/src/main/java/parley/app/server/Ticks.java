package parley.app.server;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Runs what a process does every few seconds for itself: pulses, pings, sweeps. Work that only one
 * of several nodes may do is a job in the database instead.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Ticks {}
