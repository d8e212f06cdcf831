// Instruments as practitioners write them (content/instruments): item numbers instead of ids, gaps filled in.
import { z } from 'zod'
import { done, refuse, type Outcome } from '../kit/outcome.ts'
import { refuseBrokenScale } from './check-scale.ts'
import { instrument, instrumentCodeShape, type Instrument } from './instrument.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { partIdShape, scaleShape, subscaleShape } from './scale.ts'

const itemNamesShape = z.array(z.union([z.number().int().min(1), partIdShape]))

const contentPartShape = subscaleShape.extend({
  items: itemNamesShape.min(1),
  reversedItems: itemNamesShape.nullable().default(null),
})

const contentShape = scaleShape.extend({
  code: instrumentCodeShape,
  version: z.string().min(1).max(40),
  /** A key whose wording is not shipped: so many items, all with this response set. */
  unprintedItems: z
    .strictObject({
      count: z.number().int().min(1).max(300),
      set: partIdShape,
      reversed: z.array(z.number().int().min(1)).default([]),
    })
    .nullable()
    .default(null),
  subscales: z.array(contentPartShape).default([]),
  total: contentPartShape.nullable().default(null),
})
type Content = z.infer<typeof contentShape>
type ContentPart = z.infer<typeof contentPartShape>

/** A draft instrument from one content file that has been read as plain data. Refuses what could not be published. */
export function readInstrumentContent(data: unknown): Outcome<Instrument> {
  const parsed = contentShape.safeParse(data)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return refuse('InstrumentNotReadable', {
      part: issue?.path.map(String).join('.') ?? '',
      problem: issue?.message ?? '',
    })
  }
  const draft = instrumentFrom(parsed.data)
  const broken = refuseBrokenScale(draft)
  return broken === null ? done(draft) : { ok: false, refusal: broken }
}

function instrumentFrom(content: Content): Instrument {
  const { unprintedItems, ...rest } = content
  const items = unprintedItems === null ? content.items : listUnprinted(unprintedItems)
  const idOf = (name: number | string) =>
    typeof name === 'string'
      ? name
      : (items.find((item) => item.number === name)?.id ?? `missing-${name}`)
  const partFrom = (part: ContentPart) => ({
    ...part,
    items: part.items.map(idOf),
    reversedItems: part.reversedItems?.map(idOf) ?? null,
  })
  return instrument.read(
    fieldsAsJson({
      ...rest,
      items,
      state: 'draft',
      subscales: content.subscales.map(partFrom),
      total: content.total === null ? null : partFrom(content.total),
    }),
  )
}

function listUnprinted({
  count,
  set,
  reversed,
}: NonNullable<Content['unprintedItems']>): Content['items'] {
  return Array.from({ length: count }, (_, index) => ({
    id: `q${index + 1}`,
    number: index + 1,
    text: null,
    response: { kind: 'choice' as const, set },
    reversed: reversed.includes(index + 1),
    required: false,
    readAloud: null,
    mirror: null,
    section: null,
    showIf: null,
    constraint: null,
    notes: [],
  }))
}
