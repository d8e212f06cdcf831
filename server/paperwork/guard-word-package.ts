import { Buffer } from 'node:buffer'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { archiveLimits, guardArchive, type GuardedArchive } from '../files/archive/guard-archive.ts'
import { readXml } from '../files/archive/read-xml.ts'
import { StoppedByRefusal } from '../files/refusals.ts'

const megabyte = 1024 * 1024
const packageLimits = {
  ...archiveLimits,
  entries: 1_000,
  unpackedBytes: 50 * megabyte,
  entryBytes: 25 * megabyte,
  nested: 'unopened',
} as const

const macroParts = /vbaproject|vbadata|\.bin$|activex\//i
const embedded = /^word\/embeddings\/.*\.(?!xlsx$)[^./]+$|afchunk/i
/** Fields that read other files, data sources or programs when the document is opened. */
const activeCodes = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|LINK|RD)\b/

/**
 * PAP-7: a Word package that may be opened here and on a worker's computer: no macros, nothing outside, nothing that
 * runs or unpacks into something else. Answers with the names of its parts.
 */
export async function guardWordPackage(bytes: Uint8Array): Promise<Outcome<GuardedArchive>> {
  try {
    const archive = await guardArchive(bytes, packageLimits)
    return (await refusePackage(archive)) ?? done(archive)
  } catch (error) {
    if (!(error instanceof StoppedByRefusal)) throw error
    return refuse(error.refusal.id, error.refusal.details)
  }
}

type Refused = Extract<Outcome<never>, { readonly ok: false }>

async function refusePackage(archive: GuardedArchive): Promise<Refused | null> {
  if (!archive.has('[Content_Types].xml') || !archive.has('word/document.xml'))
    return refuse('TemplateNotWord')
  const macro = archive.names.find((name) => macroParts.test(name))
  const types = await readText(archive, '[Content_Types].xml')
  if (macro !== undefined || /macroEnabled/i.test(types)) return refuse('TemplateHasMacros')
  const inside = archive.names.find((name) => embedded.test(name))
  if (inside !== undefined) return refuse('TemplateHasEmbedding', { part: inside })
  for (const name of archive.names) {
    const broken = name.endsWith('.rels')
      ? await refuseOutside(archive, name)
      : /^word\/[^/]*\.xml$/.test(name)
        ? await refuseActive(archive, name)
        : null
    if (broken !== null) return broken
  }
  return null
}

async function readText(archive: GuardedArchive, name: string): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of archive.read(name)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function refuseOutside(archive: GuardedArchive, name: string): Promise<Refused | null> {
  let target: string | null = null
  await readXml(archive.read(name), name, {
    open: (element, attributes) => {
      if (element !== 'Relationship' || attributes['TargetMode'] !== 'External') return
      target ??= attributes['Target'] ?? ''
    },
    text: () => {},
    close: () => {},
  })
  if (target === null) return null
  return refuse('TemplateLinksOutside', { part: name, target: String(target).slice(0, 120) })
}

/** Field codes may be split over several runs: they are read joined. */
async function refuseActive(archive: GuardedArchive, name: string): Promise<Refused | null> {
  let within = false
  let codes = ''
  await readXml(archive.read(name), name, {
    open: (element, attributes) => {
      within = element === 'instrText'
      if (element === 'fldSimple') codes += ` ${attributes['w:instr'] ?? ''} `
      if (element === 'altChunk') codes += ' INCLUDETEXT '
    },
    text: (text) => {
      if (within) codes += text
    },
    close: (element) => {
      if (element === 'instrText') within = false
    },
  })
  const found = activeCodes.exec(codes)
  return found === null ? null : refuse('TemplateHasActiveField', { code: found[1] ?? '' })
}
