import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import { joinChosen, listChosen } from './chosen.ts'
import type { Item, Scale } from './scale.ts'

/** Item id → what was answered. An item that is absent or null was not answered. */
export const answersShape = z.record(
  z.string().max(40),
  z.union([z.number(), z.string().max(4000), z.null()]),
)
export type Answers = z.infer<typeof answersShape>
export type Answer = number | string | null

type AnsweredScale = Pick<Scale, 'items' | 'responseSets'>

/** INQ-5: an answer is one that the item allows. What is out of range is refused, never clipped or dropped. */
export function refuseWrongAnswers(scale: AnsweredScale, answers: Answers): Refusal | null {
  const items = new Map(scale.items.map((item) => [item.id, item]))
  for (const [id, answer] of Object.entries(answers)) {
    const item = items.get(id)
    if (item === undefined) return refusal('UnknownItem', { item: id })
    const wrong = refuseAnswer(scale, item, answer)
    if (wrong !== null) return wrong
  }
  return null
}

export function refuseAnswer(scale: AnsweredScale, item: Item, answer: Answer): Refusal | null {
  if (answer === null) return null
  const { response } = item
  switch (response.kind) {
    case 'text':
      if (typeof answer !== 'string') return refusal('AnswerNotText', { item: item.number })
      return answer.length > response.maxLength
        ? refusal('AnswerTooLong', { item: item.number, max: response.maxLength })
        : null
    case 'number':
      return refuseNumber(item, answer, response.min, response.max, response.whole)
    case 'date':
      return refuseDay(item, answer, response.from, response.to)
    case 'multi': {
      const set = scale.responseSets.find((one) => one.id === response.set)
      const known = set?.options.map((option) => option.value) ?? []
      const chosen = listChosen(answer).map(Number)
      if (typeof answer !== 'string' || joinChosen(chosen) !== answer)
        return refusal('AnswerNotSeveral', { item: item.number, value: answer })
      const stray = chosen.find((value) => !known.includes(value))
      return stray === undefined
        ? null
        : refusal('AnswerNotAnOption', { item: item.number, value: stray })
    }
    case 'choice': {
      const set = scale.responseSets.find((one) => one.id === response.set)
      if (set === undefined) return refusal('UnknownItem', { item: item.id })
      const wrong = refuseNumber(item, answer, set.min, set.max, true)
      if (wrong !== null || set.options.length === 0) return wrong
      return set.options.some((option) => option.value === answer)
        ? null
        : refusal('AnswerNotAnOption', { item: item.number, value: answer })
    }
  }
}

function refuseDay(
  item: Item,
  answer: number | string,
  from: string | null,
  to: string | null,
): Refusal | null {
  if (!dayShape.safeParse(answer).success)
    return refusal('AnswerNotDay', { item: item.number, value: answer })
  const day = String(answer)
  return (from !== null && day < from) || (to !== null && day > to)
    ? refusal('AnswerDayOutOfRange', {
        item: item.number,
        value: day,
        from: from ?? '…',
        to: to ?? '…',
      })
    : null
}

function refuseNumber(
  item: Item,
  answer: number | string,
  min: number,
  max: number,
  whole: boolean,
): Refusal | null {
  if (typeof answer !== 'number' || !Number.isFinite(answer))
    return refusal('AnswerNotNumber', { item: item.number, value: answer })
  if (answer < min || answer > max)
    return refusal('AnswerOutOfRange', { item: item.number, value: answer, min, max })
  return whole && !Number.isInteger(answer)
    ? refusal('AnswerNotWhole', { item: item.number, value: answer })
    : null
}
