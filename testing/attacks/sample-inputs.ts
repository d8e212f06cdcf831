// A plausible request per declared route. A route that is not here fails the matrix: whoever adds one adds its sample.
import { writtenHeads } from '../../core/paperwork/evaluation-summary.ts'
import { surveyHeads } from '../../core/paperwork/survey/survey-paper.ts'
import { freshId, type Person } from '../house/person.ts'
import { aboutFamily, type DeliveryPath, deliveryInput, deliveryPaths } from './delivery-inputs.ts'
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

function sampleDelivery(path: DeliveryPath): MakeSample {
  return (home) => json(path, path in aboutFamily ? family : agency, deliveryInput(path, home))
}

const anUpload = (home: Home): object => ({
  id: home.fileId,
  purpose: 'consentPaper',
  owner: family(home),
  name: 'paper.png',
  size: tinyPng.byteLength,
  sha256: '0'.repeat(64),
})

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
  'post /api/keys': () => json('/api/keys', agency, {}),
  'post /api/keys/change': () => json('/api/keys/change', agency, { approvalId: freshId() }),
  'post /api/uploads': (home) => json('/api/uploads', family, anUpload(home)),
  'post /api/uploads/:owner/:id/:number': (home) =>
    bytes(`/api/uploads/family:${home.familyId}/${home.fileId}/0`, family, 'part', tinyPng),
  'post /api/uploads/finish': (home) =>
    json('/api/uploads/finish', family, { id: home.fileId, owner: family(home) }),
  'post /api/uploads/drop': (home) =>
    json('/api/uploads/drop', family, { id: home.fileId, owner: family(home) }),
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
  ...Object.fromEntries(deliveryPaths.map((path) => [`post ${path}`, sampleDelivery(path)])),
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
  'post /api/papers/blank': () =>
    json('/api/papers/blank', agency, {
      ...{ form: 'transferForm', texts: {}, language: 'en', templateId: null },
    }),
  'post /api/papers/safety': () =>
    json('/api/papers/safety', agency, {
      concernId: freshId(),
      texts: {},
      language: 'en',
      templateId: null,
    }),
  'post /api/papers/staff': () =>
    json('/api/papers/staff', agency, {
      staffId: null,
      texts: {},
      language: 'en',
      templateId: null,
    }),
  'post /api/papers/supervision': () =>
    json('/api/papers/supervision', agency, {
      recordId: freshId(),
      texts: {},
      language: 'en',
      templateId: null,
    }),
  'post /api/papers/case': (home) =>
    json('/api/papers/case', family, {
      form: 'caseIntake',
      familyId: home.familyId,
      caseId: freshId(),
      recordId: null,
      language: 'en',
      texts: {},
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
  // A year without a row: what others do meanwhile would change the figures of this one.
  'post /api/minors-audit': () => json('/api/minors-audit', agency, { year: 2001 }),
  'post /api/reading-trace': () =>
    json('/api/reading-trace', agency, {
      staffId: freshId(),
      deviceId: null,
      from: '2001-01-01',
      until: '2001-12-31',
    }),
  'post /api/retention': () => json('/api/retention', agency, {}),
  'post /api/rights/copy': (home) =>
    json('/api/rights/copy', family, {
      familyId: home.familyId,
      requestId: freshId(),
      language: 'en',
    }),
  'post /api/reading-watch': () => json('/api/reading-watch', agency, { days: 30 }),
  'post /api/reading-watch/kept-out': () => json('/api/reading-watch/kept-out', agency, {}),
  'post /api/urgent/find': () => json('/api/urgent/find', agency, { wanted: 'Z-nobody' }),
  'post /api/urgent/open': (home) =>
    json('/api/urgent/open', agency, {
      familyId: home.familyId,
      category: 'childInDanger',
      // Too short a reason: what is asked is who may ask.
      reason: 'x',
      hours: 1,
    }),
  'post /api/urgent/mine': () => json('/api/urgent/mine', agency, {}),
  'post /api/urgent/read': () => json('/api/urgent/read', agency, { id: freshId() }),
  'post /api/families/freeze': (home) =>
    json('/api/families/freeze', family, { familyId: home.familyId, approvalId: freshId() }),
  'post /api/families/thaw': (home) =>
    json('/api/families/thaw', agency, { familyId: home.familyId, approvalId: freshId() }),
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
  'post /api/transfers/link': (home) =>
    json('/api/transfers/link', family, {
      familyId: home.familyId,
      transferId: freshId(),
      days: 7,
    }),
  'post /api/transfers/openings': (home) =>
    json('/api/transfers/openings', family, { familyId: home.familyId, transferId: freshId() }),
  'post /api/transfers/register': () =>
    json('/api/transfers/register', agency, { language: 'zh-CN' }),
  'post /api/transfers/look': () =>
    json('/api/transfers/look', agency, { by: { kind: 'file', bytes: '', passphrase: 'x' } }),
  'post /api/transfers/take-in': () =>
    json('/api/transfers/take-in', agency, {
      by: { kind: 'link', address: 'https://x/f/m/guess', code: '000000' },
      code: 'X-1',
      village: '',
      township: '',
    }),
  'post /api/transfers/received': (home) =>
    json('/api/transfers/received', family, { familyId: home.familyId }),
  'post /api/papers/transfer': (home) =>
    json('/api/papers/transfer', family, {
      familyId: home.familyId,
      transferId: freshId(),
      texts: {},
      language: 'en',
      templateId: null,
    }),
  'get /f/m/:token': () => ({ path: '/f/m/guess', scope: agency }),
  'post /f/m/:token': () => ({
    path: '/f/m/guess',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'step=check&code=000000',
    scope: agency,
  }),
  'get /f/tone': () => ({ path: '/f/tone', scope: agency }),
  'get /f/:token/s/:id': (home) => ({
    path: `${home.linkPath}/s/00000000-0000-7000-8000-000000000000`,
    scope: agency,
  }),
  'get /f/:token': (home) => ({ path: home.linkPath, scope: agency }),
  'post /f/:token': (home) => ({
    path: home.linkPath,
    scope: agency,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'step=answers',
  }),
}
