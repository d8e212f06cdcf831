import type { Kind } from '../sync/kind.ts'
import { disclosure } from './accountability/disclosure.ts'
import { impactAssessment } from './accountability/impact-assessment.ts'
import { incident } from './accountability/incident.ts'
import { agency } from './agency.ts'
import { approval } from './approval.ts'
import { urgentReading } from './break-glass.ts'
import { staff } from './staff.ts'
import { staffRecord } from './staff-record.ts'

export const accessKinds = [
  agency,
  staff,
  approval,
  incident,
  impactAssessment,
  disclosure,
  staffRecord,
  urgentReading,
] as const satisfies readonly Kind[]
