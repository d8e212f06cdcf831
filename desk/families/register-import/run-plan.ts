import {
  planInSlices,
  type RegisterImport,
  type RegisterPlan,
} from '../../../core/families/register/plan-register-import.ts'

/** The dry run between two frames, so that the screen stays alive; null when it was stopped. */
export async function runPlan(
  work: RegisterImport,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<RegisterPlan | null> {
  const slices = planInSlices(work)
  for (;;) {
    if (signal.aborted) return null
    const step = slices.next()
    if (step.done === true) return step.value
    onProgress(step.value.done / Math.max(1, step.value.total))
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}
