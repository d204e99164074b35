/** The four short steps of the set-up, as the wizard names them. */
export const setUpSteps = ['单位', '村社区', '第一位经办人', '恢复单']
