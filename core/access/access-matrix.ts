// The policy written out: every kind and verb, every role, how near it must stand. The document is the table people read.
import { actionPolicy, recordPolicy, type Grants } from './policy.ts'
import { roles, type Role } from './roles.ts'

const relations = [
  'any',
  'assigned',
  'team',
  'lead',
  'self',
  'founder',
  'shelf',
  'survey',
  'handler',
  'reporter',
  'party',
  'observer',
] as const

function nearest(grants: Grants, role: Role): string {
  const near = grants.filter((grant) => grant.roles.includes(role)).map((grant) => grant.near)
  return relations.filter((relation) => near.includes(relation)).join('+') || '–'
}

function line(what: string, grants: Grants): string {
  return `| ${what} | ${roles.map((role) => nearest(grants, role)).join(' | ')} |`
}

/** The whole policy as a Markdown table; `–` is never. */
export function writeAccessMatrix(): string {
  const records = Object.entries(recordPolicy).flatMap(([kind, policy]) => [
    line(`${kind} · read`, policy.read),
    line(`${kind} · create`, policy.create),
    line(`${kind} · edit, resolve`, policy.edit),
    line(`${kind} · remove`, policy.remove),
    ...Object.entries(policy.verbs).map(([verb, grants]) => line(`${kind} · ${verb}`, grants)),
  ])
  const actions = Object.entries(actionPolicy).map(([action, grants]) => line(action, grants))
  const head = `| what | ${roles.join(' | ')} |\n|---|${roles.map(() => '---').join('|')}|`
  return [
    '# Who may do what',
    '',
    'Written from `core/access/policy.ts`; a test keeps the two equal. `any`: in the same agency · `assigned`: named in the family’s staff ·',
    '`team`: named in the group’s team · `lead`: leads it, alone or with others · `self`: about the actor · `founder`: creating a record that names the actor · `shelf`: on the agency’s common shelf · `survey`: of a survey by codes · `handler`: reported the concern or is named in it · `reporter`: reported it · `party`: takes part in the supervision · `observer`: their own observation, while they serve where it lies · `–`: never.',
    'Another agency is never near: for it the record does not exist.',
    '',
    '## Records',
    '',
    head,
    ...records,
    '',
    '## Server actions',
    '',
    head,
    ...actions,
    '',
  ].join('\n')
}
