import { z } from 'zod'
import { loginAnswerShape } from '../sync/server-shapes.ts'

export const begunFactorShape = z.object({
  app: z.object({ secret: z.string(), qrSvg: z.string() }).nullable(),
  codes: z.array(z.string()),
})
export type BegunFactor = z.infer<typeof begunFactorShape>

export const printedCodesShape = z.object({ codes: z.array(z.string()) })

export const confirmedAtDoorShape = z.object({
  codes: z.array(z.string()),
  welcome: loginAnswerShape,
})
