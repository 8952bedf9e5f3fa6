/** Loaded by mocha before the conformance tests: their sessions run on the frame transport. */
import { transport } from '../../src/embedded-excel/bridge/office-session.fixture.ts';
import { openOnFrame } from './frame-session.ts';

transport.open = openOnFrame;
