// Which code of a file is which of ours. Some programs keep a code's name for good, others build it anew each time.
import { deriveId } from '../../../kit/ids.ts'
import type { CodebookCode, CodebookCodeEntry } from '../codebook-code.ts'
import { orderCodes } from '../order-codes.ts'
import { type DescriptionMarks, readDescription } from './describe-code.ts'
import { guidOf, listRefiCodes } from './export-refi.ts'
import type { RefiCode } from './refi-project.ts'

export interface MatchedCode {
  readonly code: RefiCode
  /** Ours, or the id that the new one gets. */
  readonly id: string
  readonly state: 'new' | 'changed' | 'same'
  /** What becomes of the fields; empty when nothing does. */
  readonly fields: Partial<CodebookCode>
}

export interface CodeMatching {
  readonly codes: readonly MatchedCode[]
  /** Our id for any name that the file has for a code. */
  readonly idOf: (guid: string) => string | null
}

/**
 * A code that the file names as we do is ours, and what differs is a change: name, colour, place, words. One that only bears the
 * name of ours was built anew by a program that keeps no names: it is ours too, but only its words count, for its colour and
 * place are that program's. Words that are missing take nothing away.
 */
export function matchCodes(
  inFile: readonly RefiCode[],
  ours: readonly CodebookCodeEntry[],
  marks: readonly DescriptionMarks[],
): CodeMatching {
  const { codes, alias } = foldHeadings(inFile)
  const byGuid = new Map(ours.map((code) => [guidOf(code), code]))
  const exported = new Map(
    listRefiCodes(
      orderCodes(ours).map(({ code }) => code),
      { use: '', not: '' },
    ).map(({ guid, name }) => [name, byGuid.get(guid)]),
  )
  const idByGuid = new Map<string, string>()
  const matched = codes.map((code): MatchedCode => {
    const same = byGuid.get(code.guid)
    const known = same ?? exported.get(code.name)
    const id = known?.id ?? deriveId('refiCode', code.guid)
    idByGuid.set(code.guid, id)
    const parentId = code.parentGuid === null ? null : (idByGuid.get(code.parentGuid) ?? null)
    if (known === undefined) return newCode(code, id, parentId, marks)
    const fields = same === undefined ? {} : changedPlace(code, same, parentId)
    const words = changedWords(code, known, marks)
    const all = { ...fields, ...words }
    return { code, id, state: Object.keys(all).length === 0 ? 'same' : 'changed', fields: all }
  })
  return {
    codes: matched,
    idOf: (guid) => idByGuid.get(alias.get(guid) ?? guid) ?? null,
  }
}

/**
 * A program that cannot mark with a heading writes one that could be marked as a heading with a code of the same name under it:
 * both are that one code.
 */
function foldHeadings(codes: readonly RefiCode[]): {
  readonly codes: readonly RefiCode[]
  readonly alias: ReadonlyMap<string, string>
} {
  const alias = new Map<string, string>()
  const doubled = new Map<string, RefiCode>()
  for (const code of codes) {
    const parent = codes.find(({ guid }) => guid === code.parentGuid)
    const hasCodes = codes.some(({ parentGuid }) => parentGuid === code.guid)
    if (parent === undefined || parent.codable || parent.name !== code.name || hasCodes) continue
    alias.set(code.guid, parent.guid)
    doubled.set(parent.guid, code)
  }
  return {
    alias,
    codes: codes
      .filter(({ guid }) => !alias.has(guid))
      .map((code) => {
        const inner = doubled.get(code.guid)
        if (inner === undefined) return code
        const description = code.description === '' ? inner.description : code.description
        return { ...code, codable: true, colour: code.colour || inner.colour, description }
      }),
  }
}

function newCode(
  code: RefiCode,
  id: string,
  parentId: string | null,
  marks: readonly DescriptionMarks[],
): MatchedCode {
  return {
    code,
    id,
    state: 'new',
    fields: {
      name: code.name.slice(0, 200),
      parentId,
      codable: code.codable,
      ...(code.colour === '' ? {} : { colour: code.colour }),
      ...readDescription(code.description, marks),
      guid: code.guid,
    },
  }
}

function changedPlace(
  code: RefiCode,
  known: CodebookCodeEntry,
  parentId: string | null,
): Partial<CodebookCode> {
  const name = code.name.replace(/ \(\d+\)$/, '') === known.name ? known.name : code.name
  return {
    ...(name === known.name ? {} : { name }),
    ...(parentId === known.parentId ? {} : { parentId }),
    ...(code.colour === '' || code.colour.toLowerCase() === known.colour.toLowerCase()
      ? {}
      : { colour: code.colour }),
  }
}

function changedWords(
  code: RefiCode,
  known: CodebookCodeEntry,
  marks: readonly DescriptionMarks[],
): Partial<CodebookCode> {
  const words = readDescription(code.description, marks)
  const changes: Partial<CodebookCode> = {}
  for (const field of ['definition', 'whenToUse', 'whenNotToUse'] as const)
    if (words[field] !== '' && words[field] !== known[field].trim()) changes[field] = words[field]
  return changes
}
