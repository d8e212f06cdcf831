// Scales as people write them in a form: an id, titles, a list of items, and how many must be answered.
import { done, refuse, type Outcome } from '../kit/outcome.ts'
import type { Instrument } from './instrument.ts'
import { readItemNames, writeItemNames } from './item-names.ts'
import { partIdShape, type Item, type Subscale } from './scale.ts'

export interface SimpleScale {
  readonly id: string
  readonly titleZh: string
  readonly titleEn: string
  readonly items: string
  readonly scoring: Subscale['scoring']
  readonly direction: Subscale['direction']
  /** Answers needed for a score; null asks for all. */
  readonly atLeast: number | null
}

export const blankScale: SimpleScale = {
  id: '',
  titleZh: '',
  titleEn: '',
  items: '',
  scoring: 'mean',
  direction: 'neutral',
  atLeast: null,
}

/** `base` keeps what the lines do not show: norms, reliability, factor, which of them is the total. */
export function readSimpleScales(
  scales: readonly SimpleScale[],
  items: readonly Pick<Item, 'id'>[],
  base: Pick<Instrument, 'subscales' | 'total'> | null,
): Outcome<Pick<Instrument, 'subscales' | 'total'>> {
  const made: Subscale[] = []
  for (const one of scales) {
    if (!partIdShape.safeParse(one.id.trim()).success)
      return refuse('SubscaleCodeNotValid', { scale: one.id })
    const names = readItemNames(one.items, items)
    if (!names.ok) return names
    if (names.value.length === 0) return refuse('SubscaleWithoutItems', { scale: one.id })
    const known = [...(base?.subscales ?? []), base?.total].find((part) => part?.id === one.id)
    const turned = known?.reversedItems?.filter((id) => names.value.includes(id)) ?? null
    made.push({
      factor: 1,
      tags: [],
      norms: [],
      reliability: [],
      ...known,
      id: one.id.trim(),
      title: { 'zh-CN': one.titleZh.trim(), en: one.titleEn.trim() },
      items: [...names.value],
      reversedItems: turned,
      scoring: one.scoring,
      direction: one.direction,
      missing: missingOf(one, known ?? undefined),
    })
  }
  const totalId = base?.total?.id
  const total = made.find(({ id }) => id === totalId) ?? null
  return done({ subscales: made.filter((part) => part !== total), total })
}

function missingOf(one: SimpleScale, known: Subscale | undefined): Subscale['missing'] {
  if (known?.missing.kind === 'share' && one.atLeast === neededOf(known)) return known.missing
  return one.atLeast === null ? { kind: 'none' } : { kind: 'count', atLeast: one.atLeast }
}

/** How many answers the rule asks for, as the form writes it. */
export function neededOf({ missing, items }: Subscale): number | null {
  switch (missing.kind) {
    case 'none':
      return null
    case 'count':
      return missing.atLeast
    case 'share':
      return Math.ceil(missing.atLeast * items.length - 1e-9)
  }
}

export function writeSimpleScales({
  items,
  subscales,
  total,
}: Pick<Instrument, 'items' | 'subscales' | 'total'>): readonly SimpleScale[] {
  return [...subscales, ...(total === null ? [] : [total])].map((part) => ({
    id: part.id,
    titleZh: part.title['zh-CN'],
    titleEn: part.title.en,
    items: writeItemNames(part.items, items),
    scoring: part.scoring,
    direction: part.direction,
    atLeast: neededOf(part),
  }))
}
