// A plausible request per declared route. A route that is not here fails the matrix: whoever adds one adds its sample.
import { writtenHeads } from '../../core/paperwork/evaluation-summary.ts'
import { surveyHeads } from '../../core/paperwork/survey/survey-paper.ts'
import { freshId, type Person } from '../house/person.ts'
import type { RawRequest } from './send.ts'
import { ownHeaders } from './send.ts'
import { tinyPng, type Home } from './village.ts'

export interface Sample {
  readonly path: string
  readonly headers?: RawRequest['headers']
  readonly body?: RawRequest['body']
  /** The scope that the request asks for; the policy is asked with it. */
  readonly scope: (home: Home) => string
}

type MakeSample = (home: Home, person: Person) => Sample

const agency = (): string => 'agency'
const group = (home: Home): string => `group:${home.groupId}`
const family = (home: Home): string => `family:${home.familyId}`

function json(path: string, scope: Sample['scope'], body: object): Sample {
  return { path, scope, headers: ownHeaders, body: JSON.stringify(body) }
}

function bytes(path: string, scope: Sample['scope'], name: string, body: Sample['body']): Sample {
  const headers = {
    'content-type': 'application/octet-stream',
    'x-kiteline': '1',
    'x-file-name': name,
  }
  return { path, scope, headers, ...(body === undefined ? {} : { body }) }
}

function aboutLink(path: string, home: Home): Sample {
  return json(path, family, { familyId: home.familyId, linkId: freshId() })
}

const staffInput = (): object => ({
  name: '新人',
  loginName: `new-${freshId()}`,
  roles: ['volunteer'],
})

export const samples: Readonly<Record<string, MakeSample>> = {
  'post /api/setup': () =>
    json('/api/setup', agency, {
      token: 'guess',
      agency: { name: '站', county: '', dataGuardian: '' },
      admin: { name: '我', loginName: `me-${freshId()}`, password: 'far and near', language: 'en' },
    }),
  'post /api/setup/sample': () =>
    json('/api/setup/sample', agency, { token: 'guess', language: 'en' }),
  'post /api/login': () =>
    json('/api/login', agency, { loginName: `nobody-${freshId()}`, password: 'x' }),
  'post /api/activate': () => json('/api/activate', agency, { code: 'x', password: 'x' }),
  'post /api/login/second-factor': () =>
    json('/api/login/second-factor', agency, {
      loginName: `nobody-${freshId()}`,
      password: 'x',
      by: 'app',
    }),
  'post /api/login/second-factor/confirm': () =>
    json('/api/login/second-factor/confirm', agency, {
      loginName: `nobody-${freshId()}`,
      password: 'x',
      code: '000000',
    }),
  'post /api/second-factor': () => json('/api/second-factor', agency, {}),
  'post /api/second-factor/begin': () =>
    json('/api/second-factor/begin', agency, { password: '', by: 'app' }),
  'post /api/second-factor/confirm': () =>
    json('/api/second-factor/confirm', agency, { code: '000000' }),
  'post /api/second-factor/codes': () => json('/api/second-factor/codes', agency, { password: '' }),
  'post /api/second-factor/off': () => json('/api/second-factor/off', agency, { password: '' }),
  'post /api/second-factor/rule': () =>
    json('/api/second-factor/rule', agency, {
      password: '',
      circle: 'everyone',
      graceDays: 0,
    }),
  'post /api/second-factor/reset': (home) =>
    json('/api/second-factor/reset', agency, {
      password: '',
      staffId: home.colleagueId,
      approvalId: freshId(),
    }),
  'post /api/logout': () => ({ ...json('/api/logout', agency, {}) }),
  'post /api/staff': () => json('/api/staff', agency, staffInput()),
  'post /api/staff/code': (home) => json('/api/staff/code', agency, { staffId: home.colleagueId }),
  'post /api/devices': () => json('/api/devices', agency, {}),
  'post /api/devices/end': () => json('/api/devices/end', agency, { id: freshId() }),
  'post /api/devices/end-others': () => json('/api/devices/end-others', agency, {}),
  'post /api/devices/shut': () => json('/api/devices/shut', agency, { deviceIds: [freshId()] }),
  'post /api/staff/devices': (home) =>
    json('/api/staff/devices', agency, { staffId: home.colleagueId }),
  'post /api/staff/devices/end': (home) =>
    json('/api/staff/devices/end', agency, { staffId: home.colleagueId, id: freshId() }),
  'get /api/status': () => ({ path: '/api/status', scope: agency }),
  'get /api/me': () => ({ path: '/api/me', scope: agency }),
  'get /api/openapi.json': () => ({ path: '/api/openapi.json', scope: agency }),
  'post /api/sync/push': (_home, person) =>
    json('/api/sync/push', agency, {
      changes: [person.change('staff', person.staffId, 'edit', { language: 'en' })],
    }),
  'post /api/sync/pull': (_home, person) =>
    json('/api/sync/pull', agency, {
      epoch: null,
      cursors: {},
      deviceId: person.deviceId,
      deviceSeq: 0,
    }),
  'post /api/reads': () => json('/api/reads', agency, { reads: [] }),
  'post /api/spreadsheet': () =>
    bytes('/api/spreadsheet', agency, 'register.csv', 'name,village\n小明,Z\n'),
  'post /api/files/:purpose/:owner': (home) =>
    bytes(`/api/files/consentPaper/family:${home.familyId}`, family, 'paper.png', tinyPng),
  'get /api/files/:id': (home) => ({ path: `/api/files/${home.fileId}`, scope: family }),
  'post /api/instruments/xlsform': (home) =>
    json('/api/instruments/xlsform', agency, { instrumentId: home.instrumentId }),
  'post /api/family-links': (home) =>
    json('/api/family-links', family, {
      familyId: home.familyId,
      personId: home.motherId,
      childId: home.childId,
      purpose: 'questionnaire',
      waveId: home.waveId,
      instrumentId: home.instrumentId,
      pairId: home.pairId,
      days: 3,
    }),
  'post /api/family-links/list': (home) =>
    json('/api/family-links/list', family, { familyId: home.familyId }),
  'post /api/family-links/revoke': (home) => aboutLink('/api/family-links/revoke', home),
  'post /api/family-links/of-wave': (home) =>
    json('/api/family-links/of-wave', agency, { waveId: home.waveId }),
  'post /api/family-links/waiting': () => json('/api/family-links/waiting', agency, {}),
  'post /api/family-links/take': (home) => aboutLink('/api/family-links/take', home),
  'post /api/family-links/discard': (home) => aboutLink('/api/family-links/discard', home),
  'post /api/family-links/reissue': (home) => aboutLink('/api/family-links/reissue', home),
  'post /api/templates': (home) =>
    json('/api/templates', agency, {
      fileId: home.fileId,
      title: '小结',
      form: 'evaluationSummary',
      language: 'zh-CN',
    }),
  'get /api/templates/default/:form/:language': () => ({
    path: '/api/templates/default/surveyReport/en',
    scope: agency,
  }),
  'post /api/reports/evaluation-summary': (home) =>
    json('/api/reports/evaluation-summary', group, {
      groupId: home.groupId,
      beforeWaveId: home.waveId,
      afterWaveId: home.waveId,
      followUpWaveId: null,
      options: { test: { kind: 'none', zeros: 'pratt' }, ownReliability: false },
      scaleIds: null,
      texts: Object.fromEntries(writtenHeads.map((head) => [head, ''])),
      language: 'en',
      templateId: null,
    }),
  'post /api/file-box': (home) =>
    json('/api/file-box', group, {
      groupId: home.groupId,
      audience: 'evaluators',
      language: 'en',
      password: 'guess',
    }),
  'get /api/templates/fields/:form/:language': () => ({
    path: '/api/templates/fields/signInSheet/en',
    scope: agency,
  }),
  'post /api/papers/group': (home) =>
    json('/api/papers/group', group, {
      form: 'groupPlan',
      groupId: home.groupId,
      meetingId: null,
      strand: null,
      seatId: null,
      familyId: null,
      texts: {},
      language: 'en',
      templateId: null,
    }),
  'post /api/papers/family': (home) =>
    json('/api/papers/family', family, {
      form: 'childRegister',
      familyId: home.familyId,
      subjectId: home.childId,
      byCode: false,
      texts: {},
      language: 'en',
      templateId: null,
    }),
  'post /api/papers/talk': () =>
    json('/api/papers/talk', agency, {
      form: 'talkTranscript',
      interviewIds: [freshId()],
      codeId: null,
      byCode: true,
      texts: {},
      language: 'en',
      templateId: null,
    }),
  'post /api/papers/station-month': () =>
    json('/api/papers/station-month', agency, {
      month: '2026-01',
      texts: {},
      language: 'en',
      templateId: null,
    }),
  'post /api/station-month': () => json('/api/station-month', agency, { month: '2026-01' }),
  'post /api/reading-log': (home) =>
    json('/api/reading-log', agency, {
      familyId: home.familyId,
      staffId: null,
      from: null,
      // A day before everything: what the asking itself adds to the log has a time of its own.
      to: '2000-01-01',
      delivered: true,
      before: null,
    }),
  'post /api/retention': () => json('/api/retention', agency, {}),
  'post /api/families/erase': (home) =>
    json('/api/families/erase', family, { familyId: home.familyId, approvalId: freshId() }),
  'post /api/reports/survey': (home) =>
    json('/api/reports/survey', (of) => `survey:${of.waveId}`, {
      waveId: home.waveId,
      afterWaveId: null,
      split: null,
      texts: Object.fromEntries(surveyHeads.map((head) => [head, ''])),
      language: 'en',
      templateId: null,
    }),
  'get /f/:token': (home) => ({ path: home.linkPath, scope: agency }),
  'post /f/:token': (home) => ({
    path: home.linkPath,
    scope: agency,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'step=answers',
  }),
}
