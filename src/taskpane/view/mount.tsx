/** Puts the pane into the page: theme, language, and the workbook behind it. Loaded only where there is a page. */
import { Button, FluentProvider, Link } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { excelBook } from '../book/excel-book.ts';
import { formatFor } from '../strings/format.ts';
import { speaker, wordsFor } from '../strings/strings.ts';
import { App, type PaneHandle } from './app.tsx';
import { keepFocus } from './keep-focus.ts';
import { type Language, LanguageContext, useLanguage } from './pane-context.ts';
import { Message } from './parts.tsx';
import { isDarkColor, onSystemTheme, themeFor } from './theme.ts';

/** Shows the pane and gives its handle; or shows the sentence that says why this host cannot, and gives none. */
export async function mountPane(element: Element): Promise<PaneHandle | undefined> {
  const { displayLanguage, contentLanguage } = languages();
  const { language, strings, templates } = await wordsFor(displayLanguage);
  document.documentElement.lang = language;
  const format = formatFor(contentLanguage, language);
  const words: Language = { t: strings, format, spoken: speaker(templates, format) };
  const obstacle = hostObstacle(words.t);
  keepFocus(
    element,
    () =>
      element.querySelector<HTMLElement>('.rg-steps [aria-current="step"]') ??
      element.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'),
  );
  return new Promise((resolve) => {
    createRoot(element).render(
      <LanguageContext.Provider value={words}>
        <Themed>
          {obstacle === undefined ? (
            <App book={excelBook} connect={resolve} />
          ) : (
            <main className="rg-main">
              <Message intent="warning" actions={<WaysOn />}>
                {obstacle}
              </Message>
            </main>
          )}
        </Themed>
      </LanguageContext.Provider>,
    );
    if (obstacle !== undefined) resolve(undefined);
  });
}

/** Office's words are in one language, the workbook's numbers may be in another. Neither is known outside of Office. */
function languages(): { readonly displayLanguage: string; readonly contentLanguage: string } {
  const { displayLanguage, contentLanguage } = officeContext();
  return {
    displayLanguage: displayLanguage ?? navigator.language,
    contentLanguage: contentLanguage ?? displayLanguage ?? navigator.language,
  };
}

/** Empty where office.js could not be loaded, and outside of Office. */
const officeContext = (): Partial<Office.Context> =>
  (globalThis as { Office?: { context?: Partial<Office.Context> } }).Office?.context ?? {};

function hostObstacle({ app }: Language['t']): string | undefined {
  if (!('Office' in globalThis)) return app.withoutOffice;
  const { host, requirements } = officeContext();
  if (host !== Office.HostType.Excel) return app.outsideExcel;
  return requirements?.isSetSupported('ExcelApi', '1.13') === true ? undefined : app.tooOld;
}

/** Office's own background where it tells; Excel on the web does not, and follows the system. */
const background = (): string | undefined => officeContext().officeTheme?.bodyBackgroundColor;

/** Where the pane cannot work: another attempt, and the page that says who helps. */
function WaysOn(): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <Button size="small" onClick={() => location.reload()}>
        {t.app.retry}
      </Button>
      <Link href={t.app.supportPage} target="_blank">
        {t.app.support}
      </Link>
    </>
  );
}

function Themed({ children }: { readonly children: ReactNode }): ReactNode {
  const [theme, setTheme] = useState(() => themeFor(background()));
  useEffect(() => onSystemTheme(() => setTheme(themeFor(background()))), []);
  return (
    <FluentProvider
      theme={theme}
      className={`rg-provider ${isDarkColor(theme.colorNeutralBackground1) ? 'rg-dark' : 'rg-light'}`}
    >
      {children}
    </FluentProvider>
  );
}
