import type { Kind } from '../../sync/kind.ts'
import { interview } from '../interview/interview.ts'
import { interviewGuide } from '../interview/interview-guide.ts'
import { transcript } from '../interview/transcript.ts'
import { codebookCode } from './codebook-code.ts'
import { codedSpan } from './coded-span.ts'
import { codingPass } from './coding-pass.ts'

export const interviewKinds = [
  interview,
  interviewGuide,
  transcript,
  codebookCode,
  codingPass,
  codedSpan,
] as const satisfies readonly Kind[]
