package lectern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import lectern.AppTest;
import lectern.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class LoginPageTest {
    private static Browsers browsers;

    @Autowired
    Visitor visitor;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE,zh-CN,登录名或密码不对",
        "PHONE,en,Login name or password is wrong",
        "DESK,zh-CN,登录名或密码不对",
        "DESK,en,Login name or password is wrong"
    })
    void a_wrong_password_is_answered_beside_the_field(Browsers.Size size, String language, String answer) {
        var page = browsers.open(visitor, null, size, language);
        page.navigate(visitor.address() + "/login");
        Accessibility.check(page);
        page.fill("#field-login", "nobody");
        page.fill("#field-password", "wrong");
        page.click("button.btn-primary");
        assertThat(page.textContent("#error-password")).startsWith(answer);
        assertThat(page.inputValue("#field-login")).isEqualTo("nobody");
        Accessibility.check(page);
        Accessibility.fitsWidth(page);
    }
}
