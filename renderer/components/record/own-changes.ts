/** Whether two values have the same content. */
export function sameFields(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * The newer fields with the person's own changes on top: a field that the person changed from `started` is the
 * person's, every other one is as it was saved meanwhile.
 */
export function ownChangesOn<Fields extends object>(newer: Fields, started: Fields, own: Fields): Fields {
  const before = new Map<string, unknown>(Object.entries(started))
  const changes = Object.entries(own).filter(([key, value]) => !sameFields(before.get(key), value))
  return { ...newer, ...Object.fromEntries(changes) }
}
