/** The pages beside the add-in, as they are served: seen in both themes, for everybody, with nothing from elsewhere. */
import assert from 'node:assert/strict';
import { needs } from '../tools.ts';
import { violationsIn } from './axe.ts';
import { EmbeddedPage } from './embedded-page.ts';

const PAGES = [
  'privacy.html',
  'privacy.de.html',
  'support.html',
  'support.de.html',
  'functions.html',
  'functions/newshares.html',
];

describe('the pages beside the add-in', () => {
  needs('chromium');
  let excel: EmbeddedPage;
  let origin: string;
  const refused: string[] = [];

  before(async () => {
    excel = await EmbeddedPage.open();
    origin = new URL(excel.page.url()).origin;
    excel.page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
  });
  after(() => excel.close());

  for (const path of PAGES)
    for (const colorScheme of ['light', 'dark'] as const)
      it(`${path} can be read by everybody, ${colorScheme}`, async () => {
        const { page } = excel;
        await page.emulateMedia({ colorScheme });
        await page.goto(`${origin}/${path}`);
        assert.deepEqual(await violationsIn(page.mainFrame()), []);
        const marks = await page.evaluate<string[]>(
          `[...document.querySelectorAll('h1 img')].map(({ currentSrc, naturalWidth }) => naturalWidth > 0 ? currentSrc : '')`,
        );
        for (const mark of marks)
          assert.match(mark, colorScheme === 'dark' ? /\/regrant-dark\.svg$/ : /\/regrant\.svg$/);
        assert.deepEqual(refused, [], 'the content security policy lets in what the page has');
        await excel.screenshot(`page-${path.replace(/\W/g, '-')}-${colorScheme}`);
      });

  it('lead to each other, and nowhere else', async () => {
    const { page } = excel;
    for (const path of PAGES) {
      await page.goto(`${origin}/${path}`);
      const links = await page.evaluate<string[]>(
        `[...document.querySelectorAll('a')].map(({ href }) => href)`,
      );
      assert.ok(links.length > 0);
      for (const link of links) {
        assert.ok(link.startsWith(`${origin}/`), link);
        assert.equal((await page.request.get(link)).status(), 200, link);
      }
    }
  });
});
