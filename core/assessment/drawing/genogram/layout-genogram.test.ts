import { writeBeside } from '../picture/write-svg.ts'
import { describe, expect, it } from 'vitest'
import { ids } from '../../../families/cases/family-world.ts'
import {
  childAmongAdults,
  hard,
  hardFamily,
  hardId,
  numbersFrom,
  someFamily,
} from '../cases/drawn-family.ts'
import type { GenogramRecords } from './genogram-records.ts'
import type { GenogramLayout, PlacedPerson, Point } from './genogram-layout.ts'
import { layoutGenogram } from './layout-genogram.ts'
import { readGenogram } from './read-genogram.ts'

const day = '2026-03-10'
const families: readonly (readonly [string, GenogramRecords, string])[] = [
  ['the hard family', hardFamily(), hard],
  ['a child among adults', childAmongAdults(), ids.child],
  ...[7, 25, 60, 60, 60].map((size, index): [string, GenogramRecords, string] => {
    const records = someFamily(size, 11 + index)
    return [`${size} people, seed ${11 + index}`, records, records.people.at(-1)?.id ?? '']
  }),
]

function layOut(records: GenogramRecords, indexId: string): GenogramLayout {
  return layoutGenogram(readGenogram(records, indexId, day), ({ name }) => [name, '1990'])
}

function shuffled(records: GenogramRecords, seed: number): GenogramRecords {
  const next = numbersFrom(seed)
  const mix = <One>(list: readonly One[]): readonly One[] =>
    list
      .map((one) => ({ one, at: next() }))
      .sort((left, right) => left.at - right.at)
      .map(({ one }) => one)
  return {
    people: mix(records.people),
    migrations: mix(records.migrations),
    guardianships: mix(records.guardianships),
    pairs: mix(records.pairs),
    couples: mix(records.couples),
    parentages: mix(records.parentages),
    lifeFacts: mix(records.lifeFacts),
    qualities: mix(records.qualities),
  }
}

function overlap({ box: one }: PlacedPerson, { box: other }: PlacedPerson): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

describe.each(families)('%s, drawn', (_name, records, indexId) => {
  const genogram = readGenogram(records, indexId, day)
  const layout = layOut(records, indexId)
  const placed = new Map(layout.people.map((one) => [one.id, one]))

  it('shows every person once', () => {
    expect(layout.people.map(({ id }) => id).sort()).toEqual(
      genogram.people.map(({ id }) => id).sort(),
    )
    expect(placed.size).toBe(layout.people.length)
  })

  it('lays nobody over somebody else', () => {
    const over = layout.people.flatMap((one, index) =>
      layout.people.slice(index + 1).filter((other) => overlap(one, other)),
    )
    expect(over).toEqual([])
  })

  it('keeps each generation on one line, partners beside partners, children below parents', () => {
    const heights = new Map<number, Set<number>>()
    for (const { id, y } of layout.people) {
      const generation = genogram.generations.get(id) ?? 0
      heights.set(generation, (heights.get(generation) ?? new Set()).add(y))
    }
    expect([...heights.values()].every(({ size }) => size === 1)).toBe(true)
    for (const { partners, children } of genogram.unions) {
      const low = Math.max(...partners.map((id) => placed.get(id)?.y ?? 0))
      expect(new Set(partners.map((id) => placed.get(id)?.y)).size).toBe(1)
      for (const { id } of children) expect(placed.get(id)?.y).toBeGreaterThan(low)
    }
  })

  it('is the same drawing whatever the order of the records', () => {
    for (const seed of [1, 2, 3]) expect(layOut(shuffled(records, seed), indexId)).toEqual(layout)
  })

  it('fits into its own frame', () => {
    const points = [
      ...layout.people.flatMap(({ box }) => [
        { x: box.x, y: box.y },
        { x: box.x + box.width, y: box.y + box.height },
      ]),
      ...layout.unions.flatMap(({ line }) => line),
      ...layout.descents.flatMap(({ line }) => line),
      ...layout.qualities.flatMap(({ line }) => line),
      ...layout.household.loops.flat(),
      ...layout.household.bands.flat(),
    ]
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(layout.width)
      expect(y).toBeLessThanOrEqual(layout.height)
    }
  })
})

describe('a line of how two people stand to each other', () => {
  const drawn = layOut(hardFamily(), hard)

  it('goes through nobody else, for it would say something about them', () => {
    expect(drawn.qualities.length).toBeGreaterThan(3)
    for (const { line, oneId, otherId } of drawn.qualities) {
      const through = drawn.people.filter(
        ({ id, x, y }) =>
          id !== oneId &&
          id !== otherId &&
          line.some((point) => Math.abs(point.x - x) < 20 && Math.abs(point.y - y) < 20),
      )
      expect(through.map(({ id }) => id)).toEqual([])
    }
  })

  it('is beside another one and not upon it', () => {
    const all = drawn.qualities.map(({ line }) => line.slice(4, -4))
    for (const [index, one] of all.entries())
      for (const other of all.slice(index + 1)) {
        const upon = one.filter((point) =>
          other.some(({ x, y }) => Math.hypot(x - point.x, y - point.y) < 4),
        )
        expect(upon.length).toBeLessThan(4)
      }
  })
})

describe('the hard family', () => {
  const records = hardFamily()
  const genogram = readGenogram(records, hard, day)
  const layout = layOut(records, hard)
  const at = (name: string) => layout.people.find(({ id }) => id === hardId(name))?.x ?? Number.NaN

  it('has brothers and sisters by age from left to right', () => {
    expect(at('陈小明')).toBeLessThan(at('陈小雨'))
    expect(at('陈磊')).toBeLessThan(at('陈静'))
    expect(at('吴倩')).toBeLessThan(at('吴凡'))
  })

  it('has half-siblings each under their own parents: nobody else stands among brothers and sisters', () => {
    const row = [...layout.people]
      .filter(({ id }) => genogram.generations.get(id) === 0)
      .sort((one, two) => one.x - two.x)
      .map(({ id }) => genogram.people.find((one) => one.id === id)?.name ?? '')
    expect(row.join(' ')).toContain('陈佳 陈宝  陈小明 陈小雨')
  })

  it('has the father’s family left of the mother’s', () => {
    expect(at('陈德福')).toBeLessThan(at('李长顺'))
    expect(at('陈建军')).toBeLessThan(at('李大山'))
  })

  it('reads couples, generations and the household from the records', () => {
    const union = (one: string, other: string) =>
      genogram.unions.find(({ partners }) =>
        [hardId(one), hardId(other)].every((id) => partners.includes(id)),
      )
    expect(union('陈建国', '孙丽')?.state).toBe('married')
    expect(union('陈建国', '李小梅')?.state).toBe('divorced')
    expect(union('陈德福', '刘桂英')?.state).toBeNull()
    expect(genogram.generations.get(hardId('李长顺'))).toBe(-2)
    const household = genogram.people.filter(({ inHousehold }) => inHousehold)
    expect(household.map(({ name }) => name)).toEqual(['陈德福', '刘桂英', '陈小明', '陈小雨'])
  })

  it('has every person of the household inside a loop, and nobody else', () => {
    const lives = new Set(genogram.people.filter((one) => one.inHousehold).map(({ id }) => id))
    const inLoop = layout.people.filter(({ x, y }) =>
      layout.household.loops.some((loop) => isInside({ x, y }, loop)),
    )
    expect(new Set(inLoop.map(({ id }) => id))).toEqual(lives)
  })

  it('shows a household that others keep apart as one: its loops are joined', () => {
    const { loops, joints, bands } = layout.household
    expect(loops.length).toBeGreaterThan(1)
    expect(joints.length + bands.length).toBeGreaterThanOrEqual(loops.length - 1)
    const strangers = layout.people.filter(
      ({ id }) => !genogram.people.some((one) => one.id === id && one.inHousehold),
    )
    const through = bands.flatMap((band) =>
      strangers.filter(({ box }) => band.some((point) => isInBox(point, box))),
    )
    expect(bands.length).toBeGreaterThan(0)
    expect(through).toEqual([])
  })

  it('crosses no line of descent with another', () => {
    expect(countCrossings(layout)).toBe(0)
  })
})

function isInBox({ x, y }: Point, box: PlacedPerson['box']): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
}

function isInside(point: Point, loop: readonly Point[]): boolean {
  return loop.every((corner, index) => {
    const next = loop[(index + 1) % loop.length] ?? corner
    return (
      (next.x - corner.x) * (point.y - corner.y) - (next.y - corner.y) * (point.x - corner.x) > 0
    )
  })
}

type Piece = {
  readonly of: string
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** Where a level piece of one union’s descent and an upright piece of another’s meet inside both. */
function countCrossings({ descents }: GenogramLayout): number {
  const pieces = descents
    .filter(({ nature }) => nature === 'birth')
    .flatMap(({ unionId, line }): Piece[] =>
      line.slice(1).map((end, index) => {
        const start = line[index] ?? end
        return { of: unionId, x1: start.x, y1: start.y, x2: end.x, y2: end.y }
      }),
    )
  const level = pieces.filter(({ y1, y2, x1, x2 }) => y1 === y2 && x1 !== x2)
  const upright = pieces.filter(({ y1, y2, x1, x2 }) => x1 === x2 && y1 !== y2)
  const met = new Set(
    level.flatMap((one) =>
      upright
        .filter(({ of, x1, y1, y2 }) => {
          const [left, right] = [Math.min(one.x1, one.x2), Math.max(one.x1, one.x2)]
          const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)]
          return of !== one.of && left < x1 && x1 < right && top < one.y1 && one.y1 < bottom
        })
        .map(({ of }) => `${one.of} ${of}`),
    ),
  )
  return met.size
}

it('two days stand beside each other in one file, each under its title', () => {
  const drawing = { width: 100, height: 50, parts: [] }
  const file = writeBeside(
    [
      { title: 'before <1>', drawing },
      { title: 'after', drawing: { ...drawing, height: 80 } },
    ],
    'serif',
  )
  expect([file.width, file.height]).toEqual([240, 128])
  expect(file.svg).toContain('before &lt;1&gt;')
  expect(file.svg).toContain('translate(140 48)')
})
