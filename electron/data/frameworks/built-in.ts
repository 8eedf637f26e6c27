import crosswalkEsgEuropeanApproach from '../../../resources/frameworks/crosswalk.esg-2015.european-approach-2015.json' with { type: 'json' }
import crosswalkEsgIso21001 from '../../../resources/frameworks/crosswalk.esg-2015.iso-21001-2018.json' with { type: 'json' }
import crosswalkEsgIso9001 from '../../../resources/frameworks/crosswalk.esg-2015.iso-9001-2015.json' with { type: 'json' }
import crosswalkEuropeanApproachIso21001 from '../../../resources/frameworks/crosswalk.european-approach-2015.iso-21001-2018.json' with { type: 'json' }
import crosswalkEuropeanApproachIso9001 from '../../../resources/frameworks/crosswalk.european-approach-2015.iso-9001-2015.json' with { type: 'json' }
import crosswalkIso9001Iso21001 from '../../../resources/frameworks/crosswalk.iso-9001-2015.iso-21001-2018.json' with { type: 'json' }
import esg from '../../../resources/frameworks/esg.2015.json' with { type: 'json' }
import europeanApproach from '../../../resources/frameworks/european-approach.2015.json' with { type: 'json' }
import iso21001 from '../../../resources/frameworks/iso-21001.2018.json' with { type: 'json' }
import iso9001 from '../../../resources/frameworks/iso-9001.2015.json' with { type: 'json' }
import defaultScale from '../../../resources/scales/default.json' with { type: 'json' }
import eqar from '../../../resources/scales/eqar.json' with { type: 'json' }
import iaar from '../../../resources/scales/iaar.json' with { type: 'json' }
import iqaa from '../../../resources/scales/iqaa.json' with { type: 'json' }
import { type Crosswalk, crosswalkSchema } from '../../../shared/frameworks/crosswalk.ts'
import { type FrameworkContent, frameworkContentSchema } from '../../../shared/frameworks/framework.ts'
import { type Scale, scaleSchema } from '../../../shared/frameworks/scale.ts'

/** The frameworks that come with the application; a new edition is a new file here, or one that a person loads. */
export const builtInFrameworks: readonly FrameworkContent[] = [esg, europeanApproach, iso9001, iso21001].map(
  (data) => frameworkContentSchema.parse(data),
)

/** Which standards of the built-in frameworks ask for the same thing. */
export const builtInCrosswalks: readonly Crosswalk[] = [
  crosswalkEsgEuropeanApproach,
  crosswalkEsgIso9001,
  crosswalkEsgIso21001,
  crosswalkEuropeanApproachIso9001,
  crosswalkEuropeanApproachIso21001,
  crosswalkIso9001Iso21001,
].map((data) => crosswalkSchema.parse(data))

/** The scales in which levels can be reported, the application's own first. */
export const builtInScales: readonly Scale[] = [defaultScale, eqar, iaar, iqaa].map((data) =>
  scaleSchema.parse(data),
)
