import type { ResponseSet } from '../item.ts'

/** What a form calls an option: the name that it came with, or its value. */
export function optionName({ name, value }: ResponseSet['options'][number]): string {
  return name === '' ? String(value) : name
}
