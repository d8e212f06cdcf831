import type { Kind } from '../sync/kind.ts'
import { agency } from './agency.ts'
import { approval } from './approval.ts'
import { staff } from './staff.ts'

export const accessKinds = [agency, staff, approval] as const satisfies readonly Kind[]
