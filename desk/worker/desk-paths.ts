/** The first words of the desk's addresses. Everything else (the interface, family pages, files) belongs to the server. */
export const deskPaths = [
  'today',
  'families',
  'inquiry',
  'assessment',
  'groupwork',
  'evaluation',
  'paperwork',
  'more',
  'device',
  'staff',
] as const

export function isDeskPath(pathname: string): boolean {
  const [first = ''] = pathname.replace(/^\//, '').split('/')
  return first === '' || first === 'index.html' || deskPaths.some((path) => path === first)
}
