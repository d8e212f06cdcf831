import { isJsonObject, type Json } from '../../../core/kit/json.ts'
import { text } from '../../kit/index.ts'

const eventParts = ['at', 'who', 'seen', 'said', 'response'] as const

/** One of two values of a record, as a person reads it: a tick with its reason, a key event with its words. */
export function showRecordValue(value: Json, field: string): string {
  if (value === null || value === '') return text('sync:conflict.empty')
  if (field.startsWith('fidelity.') && typeof value === 'string')
    return text(`groupwork:fidelity.${value}`)
  if (!isJsonObject(value)) return String(value)
  if (field.startsWith('ticks.')) {
    const { state, reason } = value
    const words = typeof state === 'string' ? text(`groupwork:tick.${state}`) : ''
    return typeof reason === 'string' && reason !== ''
      ? text('groupwork:record.absent', { name: words, reason })
      : words
  }
  return eventParts
    .map((part) => value[part])
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' · ')
}
