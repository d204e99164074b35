import { getCentre, updateCentre } from '@db/repositories/centre'
import type { villagesContract } from '@shared/contract/villages'
import type { HandlersOf } from '../../core/context'
import { addGroup, mergeGroups, renameGroup } from './groups'
import { listVillages } from './list'
import { addVillage, mergeVillages, renameVillage } from './villages'

export const villagesHandlers: HandlersOf<typeof villagesContract> = {
  'villages.list': listVillages,
  'villages.add': addVillage,
  'villages.rename': renameVillage,
  'villages.merge': mergeVillages,
  'villageGroups.add': addGroup,
  'villageGroups.rename': renameGroup,
  'villageGroups.merge': mergeGroups,
  'centre.get': (ctx) => {
    const { name, province, county, township, regionCode, phone, address } = getCentre(ctx)
    return { name, province, county, township, regionCode, phone, address }
  },
  'centre.update': (ctx, facts) => {
    updateCentre(ctx, {
      ...facts,
      province: facts.province || null,
      regionCode: facts.regionCode ?? null,
      phone: facts.phone || null,
      address: facts.address || null,
    })
    return {}
  },
}
