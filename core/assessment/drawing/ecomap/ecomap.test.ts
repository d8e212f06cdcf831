import { describe, expect, it } from 'vitest'
import { idOf, ids, theChild } from '../../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../../kit/json-parse.ts'
import { systems, systemTie } from '../facts/system-tie.ts'
import { drawEcomap } from '../picture/draw-ecomap.ts'
import { layoutEcomap } from './layout-ecomap.ts'
import { readEcomap } from './read-ecomap.ts'

const day = '2026-03-10'

function tie(number: number, changes: object = {}) {
  const fields = { familyId: ids.family, system: systems[number % systems.length], ...changes }
  return { ...systemTie.read(fieldsAsJson(fields)), id: idOf(800 + number) }
}

function drawn(count: number, changes: object = {}) {
  const ties = Array.from({ length: count }, (_, number) => tie(number, changes))
  return readEcomap(ties, [theChild()], [ids.child], day)
}

describe('an ecomap', () => {
  it.each([
    1, 2, 9, 24,
  ])('keeps %i systems apart from each other and from the household', (count) => {
    const { ties, centre, width } = layoutEcomap(drawn(count))
    for (const [index, { at, box }] of ties.entries()) {
      expect(Math.hypot(at.x - centre.x, at.y - centre.y)).toBeGreaterThan(74 + 48)
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
      for (const other of ties.slice(index + 1))
        expect(Math.hypot(at.x - other.at.x, at.y - other.at.y)).toBeGreaterThan(2 * 48)
    }
  })

  it('has systems in the order of the form, whatever the order of the records, and those of the day only', () => {
    const ties = [tie(3), tie(0), tie(1, { until: '2026-01-01' }), tie(2, { since: '2026-03-10' })]
    const read = readEcomap(ties, [], [], day)
    expect(read.ties.map(({ system }) => system)).toEqual([systems[0], systems[2], systems[3]])
    expect(readEcomap([...ties].reverse(), [], [], day)).toEqual(read)
  })

  it('draws strong thick, weak dashed, stressful hatched, and a head at each end to which energy flows', () => {
    const lines = (changes: object) => {
      const ecomap = drawn(1, changes)
      const { parts } = drawEcomap(ecomap, layoutEcomap(ecomap), (key) => key)
      return parts.filter(({ of }) => of === 'tie').flatMap(({ shapes }) => shapes)
    }
    expect(lines({ strength: 'strong' })).toMatchObject([{ width: 6, dash: '' }])
    expect(lines({ strength: 'weak' })).toMatchObject([{ width: 2, dash: '7 6' }])
    expect(lines({ stressful: true })).toMatchObject([{ width: 2 }, { stroke: 'line' }])
    expect(lines({ flow: 'toFamily' })).toHaveLength(2)
    expect(lines({ flow: 'both' })).toHaveLength(3)
  })

  it('names the household, its people and each system', () => {
    const ecomap = drawn(1, { name: '镇中心小学', personId: ids.child })
    const { parts } = drawEcomap(
      ecomap,
      layoutEcomap(ecomap),
      (key, values) => `${key}${values?.['name'] ?? ''}`,
    )
    const written = parts.flatMap(({ shapes }) =>
      shapes.flatMap((one) => (one.kind === 'text' ? one.words : [])),
    )
    expect(written.join('')).toContain('镇中心小学')
    expect(written).toContain('小明')
  })
})
