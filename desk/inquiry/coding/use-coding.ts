// What the coding screens share: the codebook in its order, marks placed in the text, who coded, and what may be seen of others.
import { useMemo } from 'react'
import { staff } from '../../../core/access/staff.ts'
import { type CodebookCodeEntry, codebookCode } from '../../../core/inquiry/coding/codebook-code.ts'
import { type CodedSpan, codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import {
  type CodingPass,
  codingPass,
  codingPassId,
} from '../../../core/inquiry/coding/coding-pass.ts'
import { type CodeInTree, orderCodes } from '../../../core/inquiry/coding/order-codes.ts'
import { text } from '../../kit/index.ts'
import { type LocalRecord, useActor, useRecord, useRecords } from '../../sync/index.ts'

export type SpanRecord = LocalRecord<CodedSpan>

export interface Codebook {
  /** In the order of the book, retired ones too. */
  readonly tree: readonly CodeInTree[]
  readonly byId: ReadonlyMap<string, CodebookCodeEntry>
}

export function useCodebook(): Codebook {
  const codes = useRecords(codebookCode)
  return useMemo(
    () => ({ tree: orderCodes(codes), byId: new Map(codes.map((code) => [code.id, code])) }),
    [codes],
  )
}

/** Codes that can be given now. */
export function usableCodes({ tree }: Codebook): readonly CodeInTree[] {
  return tree.filter(({ code }) => code.codable && code.state === 'active')
}

export function codeName(book: Codebook, codeId: string | null): string {
  return codeId === null
    ? text('interview:coding.memoOnly')
    : (book.byId.get(codeId)?.name ?? text('interview:coding.unknownCode'))
}

const memoColour = '#857868'

export function codeColour(book: Codebook, codeId: string | null): string {
  return book.byId.get(codeId ?? '')?.colour ?? memoColour
}

/** One coder of a text: somebody who works here, or a name that came with a file. */
export interface Coder {
  readonly key: string
  readonly name: string
  readonly staffId: string | null
  readonly pass: LocalRecord<CodingPass> | null
}

export function coderKey(span: Pick<CodedSpan, 'coderId' | 'coderName'>): string {
  return span.coderId ?? `name:${span.coderName}`
}

export function useStaffNames(): (staffId: string | null) => string {
  const people = useRecords(staff)
  return useMemo(() => {
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return (staffId) => names.get(staffId ?? '') ?? ''
  }, [people])
}

/** Everybody who has marked this text or begun to. */
export function useCoders(interviewId: string, spans: readonly SpanRecord[]): readonly Coder[] {
  const passes = useRecords(codingPass, { interviewId })
  const nameOf = useStaffNames()
  return useMemo(() => {
    const coders = new Map<string, Coder>()
    const add = (key: string, staffId: string | null, name: string) => {
      if (coders.has(key)) return
      const pass = passes.find(({ coderId }) => coderId === staffId) ?? null
      const shown = name === '' ? text('interview:coding.unknownCoder') : name
      coders.set(key, { key, name: shown, staffId, pass })
    }
    for (const { coderId } of passes) add(coderId, coderId, nameOf(coderId))
    for (const span of spans)
      add(
        coderKey(span),
        span.coderId,
        span.coderId === null ? span.coderName : nameOf(span.coderId),
      )
    return [...coders.values()]
  }, [passes, spans, nameOf])
}

/** Marks that stand, of one interview. */
export function useSpans(interviewId: string): readonly SpanRecord[] {
  const all = useRecords(codedSpan, { interviewId, takenBack: false })
  return all
}

export function useOwnPass(interviewId: string): LocalRecord<CodingPass> | null {
  const { staffId } = useActor()
  return useRecord(codingPass, codingPassId(interviewId, staffId))
}
