import type { Condition, Test } from '../condition.ts'
import type { Item, Scale } from '../scale.ts'
import { optionName } from './option-name.ts'

type Named = Pick<Scale, 'items' | 'responseSets'>

/** `self` is written as a dot: a constraint speaks of its own answer so. */
export function writeCondition(condition: Condition, scale: Named, self: string | null): string {
  const groups = condition.map((group) => group.map((test) => writeTest(test, scale, self)))
  const [only] = groups
  if (groups.length === 1 && only !== undefined) return only.join(' and ')
  return groups
    .map((group) => (group.length > 1 ? `(${group.join(' and ')})` : group.join('')))
    .join(' or ')
}

const signs = {
  equal: '=',
  unequal: '!=',
  less: '<',
  atMost: '<=',
  atLeast: '>=',
  more: '>',
} as const

function writeTest({ item, is, value }: Test, scale: Named, self: string | null): string {
  const about = item === self ? '.' : `\${${item}}`
  const its = scale.items.find(({ id }) => id === item)
  switch (is) {
    case 'answered':
      return `${about} != ''`
    case 'empty':
      return `${about} = ''`
    case 'includes':
      return `selected(${about}, ${quote(nameIn(scale, its, value))})`
    case 'excludes':
      return `not(selected(${about}, ${quote(nameIn(scale, its, value))}))`
    case 'equal':
    case 'unequal':
    case 'less':
    case 'atMost':
    case 'atLeast':
    case 'more':
      return `${about} ${signs[is]} ${literalOf(scale, its, value)}`
  }
}

function literalOf(scale: Named, item: Item | undefined, value: Test['value']): string {
  switch (item?.response.kind) {
    case 'number':
      return String(value)
    case 'date':
      return `date(${quote(String(value))})`
    case 'choice': {
      const name = nameIn(scale, item, value)
      return name === String(value) ? name : quote(name)
    }
    case 'multi':
    case 'text':
    case undefined:
      return quote(String(value))
  }
}

function nameIn(scale: Named, item: Item | undefined, value: Test['value']): string {
  const response = item?.response
  if (response?.kind !== 'choice' && response?.kind !== 'multi') return String(value)
  const set = scale.responseSets.find(({ id }) => id === response.set)
  const option = set?.options.find((one) => one.value === value)
  return option === undefined ? String(value) : optionName(option)
}

function quote(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`
}
