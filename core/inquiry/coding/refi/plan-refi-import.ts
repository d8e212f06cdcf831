import { deriveId } from '../../../kit/ids.ts'
import { type TextLine, layOutLines, splitLines } from '../../interview/text-lines.ts'
import { firstKeys } from '../../interview/line-keys.ts'
import type { CodebookCodeEntry } from '../codebook-code.ts'
import type { CodedSpan, CodedSpanEntry } from '../coded-span.ts'
import { type PlacedSpan, placeSpans, spanFieldsAt } from '../place-spans.ts'
import type { DescriptionMarks } from './describe-code.ts'
import { codingGuidOf } from './export-refi.ts'
import { type CodeMatching, matchCodes } from './match-codes.ts'
import { type KnownText, type MatchedSource, matchSources } from './match-sources.ts'
import type { LeftOut, RefiProject, RefiSelection } from './refi-project.ts'

export interface RefiWorld {
  readonly codes: readonly CodebookCodeEntry[]
  readonly texts: readonly KnownText[]
  readonly spans: readonly CodedSpanEntry[]
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  /** Whoever brings the file. */
  readonly importerId: string
  /** Coders by interview who have declared their coding done. */
  readonly isDone: (interviewId: string, coderId: string) => boolean
  readonly marks: readonly DescriptionMarks[]
  /** Words as they leave the house: a memo that comes back so is the one that went. */
  readonly hide: (words: string) => string
}

/** A mark that the import makes or changes. */
export interface PlannedSpan {
  readonly id: string
  readonly state: 'new' | 'changed'
  readonly fields: Partial<CodedSpan>
}

export interface PlannedText {
  readonly source: MatchedSource
  /** The lines of a text that is new here; those of ours otherwise. */
  readonly lines: readonly TextLine[]
  /** What the text's own memo becomes; null when nothing changes. */
  readonly memo: string | null
  readonly spans: readonly PlannedSpan[]
  /** Marks that are here already just so. */
  readonly same: number
  /** Marks of the importer that the file no longer has. */
  readonly gone: readonly CodedSpanEntry[]
  readonly leftOut: readonly LeftOut[]
}

export interface RefiPlan {
  readonly codes: CodeMatching['codes']
  readonly texts: readonly PlannedText[]
}

/**
 * INQ-38: what a file brings, before anything is written: codes and marks that are new, that changed, that are here already,
 * that the file has no more, and what cannot be taken, by name. Nothing of another coder's is changed. Planned twice it plans
 * nothing the second time.
 */
export function planRefiImport(project: RefiProject, world: RefiWorld): RefiPlan {
  const matching = matchCodes(project.codes, world.codes, world.marks)
  const users = new Map(project.users.map(({ guid, name }) => [guid, name]))
  const coderOf = (userGuid: string): Coder => {
    const name = users.get(userGuid) ?? ''
    const own = world.staff.find(({ id }) => id === userGuid)
    const named = own ?? world.staff.find((one) => name !== '' && one.name === name)
    return { coderId: named?.id ?? null, coderName: named === undefined ? name.slice(0, 120) : '' }
  }
  const retired = new Set(
    world.codes.filter(({ state }) => state === 'retired').map(({ id }) => id),
  )
  return {
    codes: matching.codes,
    texts: matchSources(project.sources, world.texts).map((source) =>
      planText(source, { world, coderOf, idOf: matching.idOf, retired }),
    ),
  }
}

interface Coder {
  readonly coderId: string | null
  readonly coderName: string
}

interface Setting {
  readonly world: RefiWorld
  readonly coderOf: (userGuid: string) => Coder
  readonly idOf: (guid: string) => string | null
  readonly retired: ReadonlySet<string>
}

/** The interview that a text of a file becomes when it is none of ours. */
export function newInterviewId(sourceGuid: string): string {
  return deriveId('refiSource', sourceGuid)
}

function linesOfNew(text: string): readonly TextLine[] {
  const texts = splitLines(text)
  const keys = firstKeys(texts.length)
  return layOutLines(Object.fromEntries(texts.map((line, index) => [keys[index] ?? '', line])))
}

function planText(matched: MatchedSource, setting: Setting): PlannedText {
  const { source, state, text, toOwn } = matched
  if (state === 'changed')
    return {
      source: matched,
      lines: text?.lines ?? [],
      memo: null,
      spans: [],
      same: 0,
      gone: [],
      leftOut: [{ what: 'TextSource', name: source.name }],
    }
  const lines = text?.lines ?? linesOfNew(source.text)
  const interviewId = text?.interview.id ?? newInterviewId(source.guid)
  const ours = setting.world.spans.filter(
    (span) => span.interviewId === interviewId && !span.takenBack,
  )
  const known = openKnown(placeSpans(lines, ours).placed)
  const wished = source.selections.flatMap((selection) => listMarks(selection, setting))
  const planned = wished.map(
    (mark): PlannedMark =>
      planMark(
        { ...mark, from: toOwn(mark.from, 'from'), to: toOwn(mark.to, 'to') },
        { interviewId, familyId: text?.interview.familyId ?? null, lines, known, setting },
      ),
  )
  const seen = new Set(planned.flatMap(({ spanId }) => spanId ?? []))
  const spans = new Map(planned.flatMap(({ span }) => (span === null ? [] : [[span.id, span]])))
  return {
    source: matched,
    lines,
    memo: memoOf(matched, setting.world),
    spans: [...spans.values()],
    same: planned.filter(({ span, spanId }) => span === null && spanId !== null).length,
    gone: ours.filter(
      ({ id, coderId, importedById }) =>
        !seen.has(id) &&
        (coderId === setting.world.importerId || importedById === setting.world.importerId),
    ),
    leftOut: planned.flatMap(({ leftOut }) => leftOut ?? []),
  }
}

interface Mark extends Coder {
  readonly from: number
  readonly to: number
  readonly codeId: string | null
  readonly codeIsKnown: boolean
  readonly memo: string
  readonly markedAt: string
  readonly selectionGuid: string
  readonly codingGuid: string
}

/** One mark for each code of a passage; a passage without codes is a memo. */
function listMarks(selection: RefiSelection, { coderOf, idOf }: Setting): readonly Mark[] {
  const { from, to, description, markedAt, guid, userGuid, codings } = selection
  const bare = {
    from,
    to,
    memo: description.slice(0, 8000),
    markedAt: markedAt.slice(0, 40),
    selectionGuid: guid.slice(0, 60),
  }
  if (codings.length === 0)
    return [{ ...bare, ...coderOf(userGuid), codeId: null, codeIsKnown: true, codingGuid: '' }]
  return codings.map((coding) => {
    const codeId = idOf(coding.codeGuid)
    return {
      ...bare,
      ...coderOf(coding.userGuid),
      codeId,
      codeIsKnown: codeId !== null,
      codingGuid: coding.guid.slice(0, 60),
    }
  })
}

interface PlannedMark {
  readonly span: PlannedSpan | null
  readonly spanId: string | null
  readonly leftOut: LeftOut | null
}

interface MarkSetting {
  readonly interviewId: string
  readonly familyId: string | null
  readonly lines: readonly TextLine[]
  readonly known: KnownMarks
  readonly setting: Setting
}

function planMark(mark: Mark, at: MarkSetting): PlannedMark {
  const { world, retired } = at.setting
  const place = spanFieldsAt(at.lines, mark.from, mark.to)
  const leave = (name: string): PlannedMark => ({
    span: null,
    spanId: null,
    leftOut: { what: 'PlainTextSelection', name },
  })
  if (place === null) return leave(mark.selectionGuid)
  if (!mark.codeIsKnown || (mark.codeId === null && mark.memo.trim() === ''))
    return leave(place.quote)
  const same = findSame(mark, at)
  if (same !== null) return planChange(same, mark, place, at)
  const isBlocked =
    (mark.codeId !== null && retired.has(mark.codeId)) ||
    (mark.coderId !== null && world.isDone(at.interviewId, mark.coderId))
  if (isBlocked) return leave(place.quote)
  const id = deriveId(
    'refiSpan',
    at.interviewId,
    mark.codeId ?? '',
    mark.coderId ?? mark.coderName,
    String(mark.from),
    String(mark.to),
    mark.codeId === null ? mark.memo : '',
  )
  const { interviewId, familyId } = at
  const { codeId, coderId, coderName, memo, markedAt, selectionGuid, codingGuid } = mark
  const fields: Partial<CodedSpan> = {
    interviewId,
    familyId,
    codeId,
    coderId,
    coderName,
    importedById: world.importerId,
    memo,
    markedAt,
    selectionGuid,
    codingGuid,
    ...place,
  }
  return { span: { id, state: 'new', fields }, spanId: id, leftOut: null }
}

/** Marks that are here, by the name that a file has for them and by who marked what with which code. */
interface KnownMarks {
  readonly named: ReadonlyMap<string, CodedSpanEntry>
  readonly alike: ReadonlyMap<string, CodedSpanEntry>
}

function openKnown(placed: readonly PlacedSpan[]): KnownMarks {
  return {
    named: new Map(placed.map(({ span }) => [codingGuidOf(span), span])),
    alike: new Map(placed.map(({ span, from, to }) => [keyOf({ ...span, from, to }), span])),
  }
}

function keyOf(
  mark: Coder & Pick<CodedSpan, 'codeId' | 'memo'> & { readonly from: number; readonly to: number },
): string {
  const { from, to, codeId, coderId, coderName, memo } = mark
  return [from, to, codeId ?? `memo ${memo}`, coderId ?? `name ${coderName}`].join('|')
}

function findSame(mark: Mark, { known }: MarkSetting): CodedSpanEntry | null {
  return known.named.get(mark.codingGuid) ?? known.alike.get(keyOf(mark)) ?? null
}

/** Words about the whole text; empty ones take nothing away. */
function memoOf({ source, text }: MatchedSource, { hide }: RefiWorld): string | null {
  const memo = source.description.slice(0, 8000)
  const own = text?.interview.memo ?? ''
  return memo === '' || memo === own || memo === hide(own) ? null : memo
}

/** What differs in a mark of the importer's own is a change; in another's it is left as it is, and named. */
function planChange(
  span: CodedSpanEntry,
  mark: Mark,
  place: Partial<CodedSpan>,
  { setting: { world } }: MarkSetting,
): PlannedMark {
  const isPlaced =
    place.fromLine === span.fromLine &&
    place.fromAt === span.fromAt &&
    place.toLine === span.toLine &&
    place.toAt === span.toAt
  const fields: Partial<CodedSpan> = {
    ...(isPlaced ? {} : place),
    ...(mark.codeId === span.codeId ? {} : { codeId: mark.codeId }),
    ...(mark.memo === '' || mark.memo === span.memo || mark.memo === world.hide(span.memo)
      ? {}
      : { memo: mark.memo }),
  }
  if (Object.keys(fields).length === 0) return { span: null, spanId: span.id, leftOut: null }
  const isOnes = [span.coderId, span.importedById].includes(world.importerId)
  const isDone = span.coderId !== null && world.isDone(span.interviewId, span.coderId)
  return isOnes && !isDone
    ? { span: { id: span.id, state: 'changed', fields }, spanId: span.id, leftOut: null }
    : {
        span: null,
        spanId: span.id,
        leftOut: { what: 'PlainTextSelection', name: span.quote },
      }
}
