// A zod shape as JSON Schema, for the interface's description.
import { z } from 'zod'

interface DescribedShape {
  readonly type?: 'object'
}

/** Only "any JSON" refers to itself; it is described as what it is: anything. */
export function describeShape(shape: z.ZodType): DescribedShape {
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key === '$defs' || key === '$schema') return undefined
    return typeof value === 'object' && value !== null && '$ref' in value ? {} : value
  }) as DescribedShape
}
