/**
 * The certificate under which the page is served on https://localhost: made once, kept in the repository's cache, and
 * trusted by nobody. Office.js refuses a host page without https; it does not ask who signed.
 */
import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const VALID_DAYS = 365;
const ONE_DAY = 86_400_000;

/**
 * The certificate kept in a folder; a new one where there is none or it ends within a day.
 *
 * @param folder a folder that git ignores; made where it is missing
 */
export async function localhostCertificate(folder: string): Promise<Certificate> {
  const [ca, cert, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  if (!isValid(cert) || !existsSync(key)) {
    // The generator writes nothing where there is a certificate of the authority, however old.
    rmSync(folder, { recursive: true, force: true });
    // Before the key is there: nobody else on the machine may read it even for a moment.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await quietly(() => generateCertificates(ca, cert, key, VALID_DAYS, ['localhost', '127.0.0.1']));
  }
  // Also where an older version made them for everybody.
  chmodSync(folder, 0o700);
  chmodSync(key, 0o600);
  return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}

function isValid(file: string): boolean {
  if (!existsSync(file)) return false;
  return Date.parse(new X509Certificate(readFileSync(file)).validTo) > Date.now() + ONE_DAY;
}

/** The generator reports to the console what nobody who types `npm start` needs to read. */
async function quietly(task: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  try {
    await task();
  } finally {
    console.log = log;
  }
}
