// One catalogue: refusal id → HTTP status. What is not listed is 422: understood, and against the rules.
import type { Refusal } from '../../core/kit/outcome.ts'

const statusById: Readonly<Record<string, 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429>> = {
  BodyNotJson: 400,
  BodyTooLarge: 413,
  BodyTooDeep: 413,
  UnknownFields: 400,
  FieldNotValid: 400,
  RepeatedParameter: 400,
  CrossSite: 403,
  WrongContentType: 415,
  SignInFirst: 401,
  LoginWrong: 401,
  SetupTokenWrong: 403,
  NotInSample: 403,
  NotAllowed: 403,
  NotFound: 404,
  LoginNameTaken: 409,
  AlreadySetUp: 409,
  TooManyTries: 429,
  ReportsBusy: 429,
  UploadsBusy: 429,
  NoticeTooMany: 429,
  FileTooLarge: 413,
}

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429

export function statusOf(refusal: Refusal): ProblemStatus {
  return statusById[refusal.id] ?? 422
}
