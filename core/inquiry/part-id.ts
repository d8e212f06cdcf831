import { z } from 'zod'

/** Item, subscale and option-set ids: short, stable, the same in every language; no dot, because answers are addressed by path. */
export const partIdShape = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/)
