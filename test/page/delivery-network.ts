/**
 * For tests: Microsoft's delivery network, played from office.js's npm package. The pane's page comes as it is deployed, with
 * office.js from there, and so its content security policy is tried against an origin that is not its own.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { TRUST_PAGE } from '../../src/cli/trust-page.ts';

const NETWORK = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const officeJs = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
);

export class DeliveryNetwork {
  /** How often office.js has asked here whether the host is to be trusted. */
  timesAsked = 0;

  readonly play = async (context: BrowserContext): Promise<void> => {
    // The server of the embedded Excel has put its own address there.
    await context.route(/\/taskpane\.html/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('/office-js/', NETWORK);
      await route.fulfill({ response, body });
    });
    await context.route(`${NETWORK}**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const name = pathname.slice(new URL(NETWORK).pathname.length);
      if (name !== 'AgaveErrorUX/index.html') return route.fulfill({ path: join(officeJs, name) });
      this.timesAsked++;
      return route.fulfill({ contentType: 'text/html', body: TRUST_PAGE });
    });
  };
}
