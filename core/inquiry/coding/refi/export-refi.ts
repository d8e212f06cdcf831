import { deriveId } from '../../../kit/ids.ts'
import type { InterviewEntry } from '../../interview/interview.ts'
import type { TextLine } from '../../interview/text-lines.ts'
import type { CodebookCodeEntry } from '../codebook-code.ts'
import type { CodedSpanEntry } from '../coded-span.ts'
import { orderCodes } from '../order-codes.ts'
import { placeSpans } from '../place-spans.ts'
import { type DescriptionMarks, writeDescription } from './describe-code.ts'
import type { HiddenText } from './hidden-text.ts'
import type {
  LeftOut,
  RefiCode,
  RefiProject,
  RefiSelection,
  RefiSource,
  RefiUser,
} from './refi-project.ts'

/** An interview with its text, and how it leaves the house. */
export interface TextToExport {
  readonly interview: InterviewEntry
  readonly name: string
  readonly lines: readonly TextLine[]
  readonly leaving: HiddenText
  /** The interview's memo as it leaves the house. */
  readonly memo: string
  readonly caseId: string
  readonly caseName: string
}

export interface RefiExport {
  readonly project: RefiProject
  /** Marks whose words are not in the text any more: they are not in the file. */
  readonly leftOut: readonly LeftOut[]
}

export interface ExportSetting {
  readonly name: string
  readonly origin: string
  readonly codes: readonly CodebookCodeEntry[]
  readonly texts: readonly TextToExport[]
  readonly spans: readonly CodedSpanEntry[]
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly marks: DescriptionMarks
  /** A mark's memo as it leaves the house. */
  readonly hide: (words: string) => string
}

/**
 * INQ-37: what another program is given: the codebook, the texts chosen, their marks with coder and memo, one case per family.
 * What came from another program goes back under the names that it had there.
 */
export function exportRefi(setting: ExportSetting): RefiExport {
  const { codes, texts, spans, staff } = setting
  const guidOfCode = new Map(codes.map((code) => [code.id, guidOf(code)]))
  const leftOut: LeftOut[] = []
  const users = new Map<string, RefiUser>()
  const userOf = ({ coderId, coderName }: CodedSpanEntry): string => {
    const name = staff.find(({ id }) => id === coderId)?.name ?? coderName
    const guid = coderId ?? `name:${coderName}`
    if (!users.has(guid)) users.set(guid, { guid: coderId ?? nameGuid(coderName), name })
    return users.get(guid)?.guid ?? guid
  }
  const sources = texts.map((text): RefiSource => {
    const own = spans.filter((span) => span.interviewId === text.interview.id && !span.takenBack)
    const { placed, lost } = placeSpans(text.lines, own)
    leftOut.push(...lost.map(({ quote }) => ({ what: 'PlainTextSelection', name: quote })))
    const marked = placed.map(({ span, from, to }) => ({
      span,
      from: text.leaving.toHidden(from, 'from'),
      to: text.leaving.toHidden(to, 'to'),
    }))
    return {
      guid: sourceGuidOf(text.interview),
      name: text.name,
      description: text.memo,
      text: text.leaving.text,
      selections: gather(marked, { guidOfCode, userOf, hide: setting.hide }),
    }
  })
  const project: RefiProject = {
    name: setting.name,
    origin: setting.origin,
    users: [...users.values()],
    codes: listRefiCodes(codes, setting.marks),
    cases: casesOf(texts),
    sources,
  }
  return { project, leftOut }
}

/** What of the codebook goes along: every code in use, every one that has been used, and the heads above them. */
export function codesToExport(
  codes: readonly CodebookCodeEntry[],
  spans: readonly Pick<CodedSpanEntry, 'codeId'>[],
): readonly CodebookCodeEntry[] {
  const used = new Set(spans.map(({ codeId }) => codeId))
  const wanted = new Set<string>()
  for (const code of codes) {
    if (code.state === 'retired' && !used.has(code.id)) continue
    for (let at: CodebookCodeEntry | undefined = code; at !== undefined && !wanted.has(at.id); ) {
      wanted.add(at.id)
      const parentId: string | null = at.parentId
      at = codes.find(({ id }) => id === parentId)
    }
  }
  return orderCodes(codes).flatMap(({ code }) => (wanted.has(code.id) ? [code] : []))
}

/** The codebook as other programs know it. Names are made unlike: some programs know a code by its name alone. */
export function listRefiCodes(
  codes: readonly CodebookCodeEntry[],
  marks: DescriptionMarks,
): readonly RefiCode[] {
  const guids = new Map(codes.map((code) => [code.id, guidOf(code)]))
  const taken = new Map<string, number>()
  return codes.map((code) => {
    const times = (taken.get(code.name) ?? 0) + 1
    taken.set(code.name, times)
    return {
      guid: guidOf(code),
      name: times === 1 ? code.name : `${code.name} (${times})`,
      parentGuid: guids.get(code.parentId ?? '') ?? null,
      codable: code.codable,
      colour: code.colour,
      description: writeDescription(code, marks),
    }
  })
}

export function guidOf({ id, guid }: Pick<CodebookCodeEntry, 'id' | 'guid'>): string {
  return guid === '' ? id : guid
}

export function sourceGuidOf({
  id,
  sourceGuid,
}: Pick<InterviewEntry, 'id' | 'sourceGuid'>): string {
  return sourceGuid === '' ? id : sourceGuid
}

interface Marked {
  readonly span: CodedSpanEntry
  readonly from: number
  readonly to: number
}

/** Marks that came as one passage go back as one; every other mark is a passage of its own. */
function gather(
  marked: readonly Marked[],
  {
    guidOfCode,
    userOf,
    hide,
  }: {
    readonly guidOfCode: ReadonlyMap<string, string>
    readonly userOf: (span: CodedSpanEntry) => string
    readonly hide: (words: string) => string
  },
): readonly RefiSelection[] {
  const passages = new Map<string, RefiSelection>()
  for (const { span, from, to } of marked) {
    const guid = span.selectionGuid === '' ? span.id : span.selectionGuid
    const userGuid = userOf(span)
    const codeGuid = guidOfCode.get(span.codeId ?? '')
    const coding = { guid: codingGuidOf(span), codeGuid: codeGuid ?? '', userGuid }
    const codings = codeGuid === undefined ? [] : [coding]
    const key = `${guid} ${from} ${to} ${span.memo}`
    const known = passages.get(key)
    passages.set(
      key,
      known === undefined
        ? {
            guid,
            from,
            to,
            description: hide(span.memo),
            userGuid,
            markedAt: span.markedAt,
            codings,
          }
        : { ...known, codings: [...known.codings, ...codings] },
    )
  }
  return [...passages.values()]
}

/** A mark and its passage have names of their own. */
export function codingGuidOf({
  id,
  codingGuid,
}: Pick<CodedSpanEntry, 'id' | 'codingGuid'>): string {
  return codingGuid === '' ? deriveId('refiCoding', id) : codingGuid
}

/** A name for somebody who has none but their own. */
function nameGuid(name: string): string {
  return deriveId('refiUser', name)
}

function casesOf(texts: readonly TextToExport[]): RefiProject['cases'] {
  const cases = new Map<string, { guid: string; name: string; sourceGuids: string[] }>()
  for (const { caseId, caseName, interview } of texts) {
    const known = cases.get(caseId) ?? { guid: caseId, name: caseName, sourceGuids: [] }
    known.sourceGuids.push(sourceGuidOf(interview))
    cases.set(caseId, known)
  }
  return [...cases.values()]
}
