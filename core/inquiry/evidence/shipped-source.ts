// A source that comes along: content in both languages, checked when it is read.
import { z } from 'zod'
import { deriveId } from '../../kit/ids.ts'
import { isSoundEffect, type SourceFacts, sourceFactsShape } from './source-facts.ts'

const both = z.strictObject({
  'zh-CN': z.string().min(1).max(2000),
  en: z.string().min(1).max(2000),
})

const shippedShape = sourceFactsShape
  .extend({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
    titleInOther: z.string().min(1).max(400),
    population: both,
    place: both,
    shows: both,
    limits: both,
    certaintyReason: both,
    foundIn: z.string().min(1).max(400),
  })
  .refine(({ effects }) => effects.every(isSoundEffect), 'an effect lies outside its interval')
  .refine(
    ({ effects }) => effects.every(({ what }) => what['zh-CN'] !== '' && what.en !== ''),
    'what an effect is of stands in both languages',
  )

export interface ShippedSource extends SourceFacts {
  readonly id: string
  readonly code: string
}

/** Reads a source as it stands in content; throws when it is not one (our bug). */
export function readShippedSource(content: unknown): ShippedSource {
  const { code, ...facts } = shippedShape.parse(content)
  return { ...facts, code, id: shippedSourceId(code) }
}

/** The same source in every agency and in every release, whatever is corrected in it. */
export function shippedSourceId(code: string): string {
  return deriveId('shippedSource', code)
}
