import { z } from 'zod'
import { done, type Outcome, type Refusal, refusal } from '../../kit/outcome.ts'
import { type Card, cardFamilies, cardShape, type CardWords } from './card.ts'

/** One file of content/cards, already read as plain data. */
export interface CardFile {
  readonly name: string
  readonly data: unknown
}

const fileShape = z.strictObject({
  family: z.enum(cardFamilies),
  cards: z.array(z.unknown()).min(1),
})
/** The file says once which family all its cards are. */
const ownShape = cardShape.omit({ family: true })
const namedShape = z.object({ id: z.string() })

/** All cards in the order of the files. Refuses the first wrong one, by its file, its id (or its place) and the field. */
export function readCards(files: readonly CardFile[]): Outcome<readonly Card[]> {
  const cards: Card[] = []
  for (const file of files) {
    const head = fileShape.safeParse(file.data)
    if (!head.success) return notReadable(file.name, '', head.error)
    for (const [at, data] of head.data.cards.entries()) {
      const read = readCard(file.name, head.data.family, data, at)
      if (!read.ok) return read
      if (cards.some(({ id }) => id === read.value.id))
        return { ok: false, refusal: cardRefusal(file.name, read.value.id, 'id', 'twice') }
      cards.push(read.value)
    }
  }
  return done(cards)
}

function readCard(file: string, family: Card['family'], data: unknown, at: number): Outcome<Card> {
  const named = namedShape.safeParse(data)
  const name = named.success ? named.data.id : `#${at + 1}`
  const parsed = ownShape.safeParse(data)
  if (!parsed.success) return notReadable(file, name, parsed.error)
  const card = { ...parsed.data, family }
  const wrong = findWrongField(card)
  return wrong === null
    ? done(card)
    : { ok: false, refusal: cardRefusal(file, name, wrong, 'family') }
}

function notReadable(file: string, card: string, error: z.ZodError): Outcome<never> {
  const issue = error.issues[0]
  // A field that is too much is named by the issue, not by its path.
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const field = [...(issue?.path ?? []), ...extra].map(String).join('.')
  return { ok: false, refusal: cardRefusal(file, card, field, issue?.message ?? '') }
}

function cardRefusal(file: string, card: string, field: string, problem: string): Refusal {
  return refusal('CardNotReadable', { file, card, field, problem })
}

/** What a card of its family must have, and no other may: the path of the first field that is missing or too much. */
function findWrongField(card: Card): string | null {
  const { family, topic, rung, skill, ages } = card
  if (ages.from > ages.to) return 'ages'
  if ((topic !== null) !== (family === 'topic')) return 'topic'
  if ((rung !== null) !== (family === 'pledge')) return 'rung'
  if (family === 'skill' && skill === null) return 'skill'
  if ((family === 'guardian') !== (card.who === 'guardian')) return 'who'
  for (const language of ['zh-CN', 'en'] as const) {
    const part = findWrongPart(family, card.words[language])
    if (part !== null) return `words.${language}.${part}`
  }
  return null
}

function findWrongPart(family: Card['family'], words: CardWords): string | null {
  if ((words.question !== undefined) !== (family === 'topic')) return 'question'
  if ((words.pair !== undefined) !== (family === 'skill')) return 'pair'
  return (words.decide !== undefined) === (family === 'guardian') ? null : 'decide'
}
