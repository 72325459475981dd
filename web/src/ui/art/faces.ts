import amara from "./faces/amara.svg";
import david from "./faces/david.svg";
import ingrid from "./faces/ingrid.svg";
import jonas from "./faces/jonas.svg";
import kenji from "./faces/kenji.svg";
import leo from "./faces/leo.svg";
import mei from "./faces/mei.svg";
import nora from "./faces/nora.svg";
import priya from "./faces/priya.svg";
import samira from "./faces/samira.svg";

/** Drawn people for illustrations; nobody real. */
export const faces = { amara, david, ingrid, jonas, kenji, leo, mei, nora, priya, samira };
