import type { Kind } from '../sync/kind.ts'
import { contactEntry } from './contact-entry.ts'

export const contactKinds = [contactEntry] as const satisfies readonly Kind[]
