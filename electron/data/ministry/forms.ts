import dd63 from '../../../resources/forms/dd-63.2024-06-14.json' with { type: 'json' }
import mappingData from '../../../resources/forms/epvo-mapping.2025-10-01.json' with { type: 'json' }
import vp15 from '../../../resources/forms/vp-15.2025-10-01.json' with { type: 'json' }
import vp31 from '../../../resources/forms/vp-31.2025-10-01.json' with { type: 'json' }
import vp32 from '../../../resources/forms/vp-32.2025-10-01.json' with { type: 'json' }
import vp40 from '../../../resources/forms/vp-40.2025-10-01.json' with { type: 'json' }
import {
  type FormDefinition,
  formDefinitionSchema,
  type Mapping,
  mappingSchema,
} from '../../../shared/exchange/form.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { FormId } from '../../../shared/ministry/ministry.ts'

/** Every edition of every form; a new edition is a new file here. */
const definitions: readonly FormDefinition[] = [vp32, vp31, vp40, vp15, dd63].map((data) =>
  formDefinitionSchema.parse(data),
)
const mappings: readonly Mapping[] = [mappingData].map((data) => mappingSchema.parse(data))

/** The forms in the order in which they are shown. */
export const formIds: readonly FormId[] = ['VP-32', 'VP-31', 'VP-40', 'VP-15', 'DD-63']

/** The edition of a form that the receiver expects on a day: the latest that is valid by then, else the first. */
export function formOn(form: FormId, day: Day): FormDefinition {
  return editionOn(
    definitions.filter((definition) => definition.form === form),
    day,
  )
}

/** The edition of the platform's names that holds on a day. */
export function mappingOn(day: Day): Mapping {
  return editionOn(mappings, day)
}

function editionOn<E extends { validFrom: Day }>(editions: readonly E[], day: Day): E {
  const inOrder = editions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const edition = inOrder.findLast(({ validFrom }) => validFrom <= day) ?? inOrder[0]
  if (edition === undefined) throw new Error('no edition of the form was installed')
  return edition
}
