import type { Kind } from '../../sync/kind.ts'
import { interview } from '../interview/interview.ts'
import { transcript } from '../interview/transcript.ts'
import { codebookCode } from './codebook-code.ts'
import { codedSpan } from './coded-span.ts'
import { codingPass } from './coding-pass.ts'

export const interviewKinds = [
  interview,
  transcript,
  codebookCode,
  codingPass,
  codedSpan,
] as const satisfies readonly Kind[]
