"""The journeys of a citizen, on a phone and on a desktop, as a browser walks them."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Visitor

# One server for all browser tests: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


MAIN = "main"


def first_link(page: Page, path: str) -> str:
    """Return the address of the first link of the content that leads below a column."""
    links = page.locator(f"{MAIN} a[href^='{path}']").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    below = [link for link in links if re.fullmatch(rf"{path}[^?#/]+/", link)]
    assert below, f"没有通往 {path} 的链接：{page.url}"
    found: str = below[0]
    return found


def test_home_search_guide_print(visitor: Visitor) -> None:
    page = visitor.open("/")
    visitor.audit("home")
    page.locator(f"{MAIN} input[name=q]").fill("补办身份证")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?.*q="))
    visitor.audit("search")
    page.locator(f"{MAIN} a[href^='/guides/']", has_text="身份证").first.click()
    heading = page.locator("h1").inner_text()
    assert "身份证" in heading
    expect(page.get_by_role("heading", level=2, name=re.compile("带.*材料"))).to_be_visible()
    expect(page.locator(MAIN)).to_contain_text("跑几次")
    visitor.audit("guide")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("heading", level=2, name=re.compile("带.*材料"))).to_be_visible()
    expect(page.locator("header form[role=search], form[role=search]").first).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_list_to_guide(visitor: Visitor) -> None:
    page = visitor.open("/lists/")
    visitor.audit("lists")
    page.goto(f"{visitor.site}{first_link(page, '/lists/')}")
    visitor.audit("list")
    target = first_link(page, "/guides/")
    name = page.locator(f"{MAIN} a[href='{target}']").first.inner_text()
    page.goto(f"{visitor.site}{target}")
    assert page.locator("h1").inner_text().strip()
    assert name.strip()
    visitor.audit()


def test_policy_and_interpretation_lead_to_each_other(visitor: Visitor) -> None:
    page = visitor.open("/interpretations/")
    visitor.audit("interpretations")
    interpretation = first_link(page, "/interpretations/")
    page.goto(f"{visitor.site}{interpretation}")
    visitor.audit("interpretation")
    policy = first_link(page, "/policies/")
    page.goto(f"{visitor.site}{policy}")
    visitor.audit("policy")
    expect(page.locator(f"{MAIN} a[href='{interpretation}']").first).to_be_visible()
    visitor.open("/policies/")
    visitor.audit("policies")


def test_comment_receipt_lookup(visitor: Visitor) -> None:
    page = visitor.open("/consultations/?state=open")
    visitor.audit("consultations")
    page.goto(f"{visitor.site}{first_link(page, '/consultations/')}")
    visitor.audit("consultation")
    page.locator(f"{MAIN} a[href^='/opinions/']").first.click()
    visitor.audit("comment-form")
    number, code = send_comment(visitor, "希望老人也能用现金缴费。")
    visitor.open("/opinions/lookup/")
    visitor.audit("lookup")
    page.locator("input[name=number]").fill(number)
    page.locator("input[name=code]").fill(code)
    page.locator("input[name=code]").press("Enter")
    expect(page.locator(MAIN)).to_contain_text("希望老人也能用现金缴费。")
    visitor.audit("comment-status")


def send_comment(visitor: Visitor, text: str) -> tuple[str, str]:
    """Send a comment, first without consent, and return number and code of its receipt."""
    page = visitor.page
    page.get_by_label("您的意见").fill(text)
    page.get_by_role("button", name=re.compile("提交")).click()
    expect(page.locator("[role=alert]").first).to_contain_text("同意")
    assert page.get_by_label("您的意见").input_value() == text
    visitor.problems.clear()  # the browser reports the 422 of the refused form
    visitor.audit("comment-error")
    page.locator("input[name=consent]").check()
    page.get_by_role("button", name=re.compile("提交")).click()
    expect(page).to_have_url(re.compile(r"/opinions/receipt/"))
    visitor.audit("receipt")
    words = page.locator(MAIN).inner_text()
    number = re.search(r"YJ-\d{4}-\d{4,}-\d{6}", words)
    code = re.search(r"[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}", words)
    assert number is not None
    assert code is not None
    return number.group(), code.group()


def test_a_guide_is_found_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/")
    page.locator(f"{MAIN} input[name=q]").fill("居住证")
    page.keyboard.press("Enter")
    page.locator(f"{MAIN} a[href^='/guides/']").first.click()
    expect(page.get_by_role("heading", level=2, name=re.compile("带.*材料"))).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize(
    "path", ["/", "/guides/", "/search/?q=食品", "/consultations/", "/opinions/lookup/"]
)
def test_nothing_is_wider_than_the_screen(page: Page, site: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_errors_are_pages_for_people(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.site}/guides/shen-fen-zheng-bu-ling-xyz/")
    visitor.problems.clear()  # the browser reports the 404 that was asked for
    expect(visitor.page.locator("h1")).to_be_visible()
    expect(visitor.page.locator(MAIN)).to_contain_text("12345")
    visitor.audit("not-found")


def test_the_keyboard_reaches_the_content_first(visitor: Visitor) -> None:
    page = visitor.open("/guides/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
