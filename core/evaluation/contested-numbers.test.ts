import { describe, expect, test } from 'vitest'
import { groupWorld } from './cases/group-world.ts'
import { evaluateChange } from './evaluate-change.ts'

function warned(contested: ReadonlySet<string>) {
  const scales = evaluateChange({ ...groupWorld(), contested }).scales
  const scale = scales.find(({ id }) => id === 'talk-child.trust')
  return scale?.warnings.find(({ id }) => id === 'openConflict')
}

describe('[EVA-17] [S07] numbers made from contested records', () => {
  test('say so, and name the lines', () => {
    expect(warned(new Set(['before child 1']))).toMatchObject({
      details: { count: 1, names: 'Z-01' },
    })
  })

  test('say nothing when the conflict lies elsewhere or nowhere', () => {
    expect(warned(new Set(['some other record']))).toBeUndefined()
    expect(warned(new Set())).toBeUndefined()
  })
})
