import type { Kind } from '../sync/kind.ts'

export const assessmentKinds = [] as const satisfies readonly Kind[]
