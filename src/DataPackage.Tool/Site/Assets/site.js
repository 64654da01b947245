"use strict";
// Marks the whole of a passage to which an address leads: it may be written in several pieces.
