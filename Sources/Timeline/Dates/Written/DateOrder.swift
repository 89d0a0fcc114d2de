/// Which comes first in a date of numbers, as in `03/04/2024`.
package enum DateOrder: String, Hashable, Sendable, CaseIterable {
  case dmy, mdy
}
