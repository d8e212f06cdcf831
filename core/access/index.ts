import type { Kind } from '../sync/kind.ts'
import { agency } from './agency.ts'
import { staff } from './staff.ts'

export const accessKinds = [agency, staff] as const satisfies readonly Kind[]
