import type { Scale } from './scale.ts'

export interface Limits {
  readonly min: number
  readonly max: number
}

/** The declared limits of an item that can be scored; null for free text, several options, a day and for an item that is not there. */
export function limitsOf(
  scale: Pick<Scale, 'items' | 'responseSets'>,
  itemId: string,
): Limits | null {
  const response = scale.items.find((item) => item.id === itemId)?.response
  if (response === undefined) return null
  switch (response.kind) {
    case 'choice': {
      const set = scale.responseSets.find((one) => one.id === response.set)
      return set === undefined ? null : { min: set.min, max: set.max }
    }
    case 'number':
      return { min: response.min, max: response.max }
    case 'multi':
    case 'text':
    case 'date':
      return null
  }
}
