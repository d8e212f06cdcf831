// A Word report as a reader has it: its words, its pictures, and whether an office program opens it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

export interface Report {
  readonly words: string
  /** The bytes of every picture. */
  readonly pictures: readonly Uint8Array[]
}

async function unzip(bytes: Buffer): Promise<ReadonlyMap<string, Uint8Array>> {
  const archive = await fromBufferPromise(bytes)
  const parts = new Map<string, Uint8Array>()
  for await (const entry of archive.eachEntry())
    parts.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)))
  return parts
}

export async function readReport(bytes: Buffer): Promise<Report> {
  const parts = await unzip(bytes)
  const document = parts.get('word/document.xml')
  if (document === undefined) throw new Error('no document in the file')
  const xml = new TextDecoder().decode(document)
  const words = xml
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  const pictures = [...parts]
    .filter(([name]) => /^word\/media\/.+/.test(name))
    .map(([, picture]) => picture)
  return { words, pictures }
}

const offices = ['/usr/bin/soffice', '/usr/bin/libreoffice']

/** An office program can be installed in part: without its word processor it says nothing and writes nothing. */
function hasWriter(office: string): boolean {
  return existsSync(office) && existsSync(join(dirname(realpathSync(office)), 'libswlo.so'))
}

/** The pages as PDF, or null where no office program is installed. */
export function convertToPdf(bytes: Uint8Array): Uint8Array | null {
  const office = process.env['SOFFICE_PATH'] ?? offices.find(hasWriter)
  if (office === undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'kiteline-report-'))
  try {
    const file = join(folder, 'report.docx')
    writeFileSync(file, bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const run = spawnSync(
      office,
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file],
      { timeout: 120_000, encoding: 'utf8' },
    )
    if (run.status !== 0) throw new Error(`the office program failed: ${run.stderr}`)
    return readFileSync(join(folder, 'report.pdf'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
