/** Loaded by mocha before the conformance tests: their sessions run on the frame transport. */
import { transport } from '@regrant/embedded-excel/testing';
import { openOnFrame } from './frame-session.ts';

transport.open = openOnFrame;
