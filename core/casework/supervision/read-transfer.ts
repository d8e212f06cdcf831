import type { Paragraph, ParagraphHead } from '../../assessment/review/review-shape.ts'
import type { Person } from '../../families/person-shape.ts'
import type { Transfer } from '../transfer/transfer-shape.ts'

/** A referral or transfer (form-F19) as it is asked for: to whom, about whom, why, what for, what exactly and on which ground. */
export function readTransfer(
  its: Transfer,
  people: readonly (Pick<Person, 'name'> & { readonly id: string })[],
): readonly Paragraph[] {
  const names = its.subjectIds
    .toSorted()
    .map((id) => people.find((one) => one.id === id)?.name ?? '')
  const receiver = [its.receiverOrg, its.receiverPerson, its.receiverPhone, its.receiverPlace]
  return [
    one('whom', listFilled(receiver, ' · ')),
    one('aboutWhom', listFilled(names, '\n')),
    one('why', its.reason),
    one('problem', its.problem),
    one('workDone', its.workDone),
    one('expectation', its.expectation),
    one('purpose', its.purpose),
    one('shared', its.parts.toSorted().join('\n')),
    one('ground', its.ground === 'consent' ? 'consent' : (its.overrideCategory ?? '')),
    one('overrideWords', its.ground === 'consent' ? '' : its.overrideWords),
  ]
}

function one(head: ParagraphHead, words: string): Paragraph {
  return { id: head, head, of: '', words }
}

function listFilled(parts: readonly string[], sign: string): string {
  return parts.filter((part) => part.trim() !== '').join(sign)
}
