// The sources as they stand in content, packed with the program: they are read and cited where there is no network.
import { parse } from 'yaml'
import {
  readShippedSource,
  type ShippedSource,
} from '../../../core/inquiry/evidence/shipped-source.ts'

const files = import.meta.glob<string>('../../../content/evidence/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
})

let read: readonly ShippedSource[] | null = null

export function shippedSources(): readonly ShippedSource[] {
  read ??= Object.values(files).map((file) => readShippedSource(parse(file)))
  return read
}
