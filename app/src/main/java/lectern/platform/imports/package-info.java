/// What a kind of sheet must say so that files of it can come in: its columns, what a row means, how rows are written
/// and taken back. The modules contribute their kinds; `work` does the rest.
@NullMarked
package lectern.platform.imports;

import org.jspecify.annotations.NullMarked;
