package lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LaunchTest {
    @Test
    void demo_keeps_its_data_apart_unless_told_otherwise() {
        assertThat(Launch.settings(new String[] {"demo"}))
                .containsExactly("--lectern.demo=true", "--server.port=8080", "--lectern.data=data/demo");
        assertThat(Launch.settings(new String[] {"demo", "--port", "9000", "--data", "elsewhere"}))
                .containsExactly("--lectern.demo=true", "--server.port=9000", "--lectern.data=elsewhere");
    }

    @Test
    void serve_is_no_demo() {
        assertThat(Launch.settings(new String[] {"serve"}))
                .containsExactly("--lectern.demo=false", "--server.port=8080", "--lectern.data=data");
    }

    @Test
    void a_word_that_is_not_known_is_named() {
        assertThatThrownBy(() -> Launch.settings(new String[] {"serve", "--prot", "80"}))
                .hasMessage("unknown word '--prot': known are --port NUMBER and --data FOLDER");
        assertThatThrownBy(() -> Launch.settings(new String[] {"serve", "--port"}))
                .hasMessage("--port needs a value");
    }
}
